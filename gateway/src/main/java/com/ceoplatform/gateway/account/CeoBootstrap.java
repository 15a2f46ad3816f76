package com.ceoplatform.gateway.account;

import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.user.NewUser;
import com.ceoplatform.gateway.user.UserDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Gives an empty installation its first account, before the gateway reports to be ready. */
@Component
class CeoBootstrap implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CeoBootstrap.class);

    private final UserDirectory directory;
    private final Passwords passwords;
    private final BootstrapSettings settings;
    private final DemoPasswordGuard guard;

    CeoBootstrap(UserDirectory directory, Passwords passwords, BootstrapSettings settings, DemoPasswordGuard guard) {
        this.directory = directory;
        this.passwords = passwords;
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (directory.isEmpty()) {
            create(settings.ceo());
        }
        guard.check(directory, passwords);
    }

    private void create(BootstrapSettings.Ceo ceo) {
        try {
            directory.add(NewUser.ceo(ceo.email(), ceo.name(), passwords.hash(ceo.password())));
            LOG.info("There was no account yet; {} is the CEO", ceo.email());
        } catch (DataIntegrityViolationException otherGatewayWasFaster) {
            LOG.info("Another gateway has created the first account");
        }
    }
}
