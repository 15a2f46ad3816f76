package com.ceoplatform.notification.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties the mailbox that mail comes back to. What was read is removed; what could not be read stays, marked as seen. */
@Component
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);

    private final MailSettings.Bounces settings;
    private final String timeout;
    private final BounceService bounces;

    BounceMailbox(MailSettings settings, BounceService bounces) {
        this.settings = settings.bounces();
        this.timeout = String.valueOf(settings.timeout().toMillis());
        this.bounces = requireNonNull(bounces, "bounces is null");
    }

    /** Does nothing where no mailbox is configured; a server that does not answer is asked again next time. */
    void collect() {
        if (settings.host().isBlank()) {
            return;
        }
        try (Store store = session().getStore()) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                for (Message mail : inbox.getMessages()) {
                    take(mail);
                }
            }
        } catch (MessagingException failure) {
            LOG.warn("The mailbox for returned mail cannot be read: {}", failure.getMessage());
        }
    }

    private void take(Message mail) throws MessagingException {
        if (mail.isSet(Flags.Flag.SEEN)) {
            return;
        }
        try {
            // A copy in memory: what servers say of the structure of such mail is not always right.
            BounceReport.read(new MimeMessage((MimeMessage) mail)).forEach(bounces::accept);
            mail.setFlag(Flags.Flag.DELETED, true);
        } catch (IOException | MessagingException unreadable) {
            LOG.warn("A returned mail cannot be read", unreadable);
            mail.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private Session session() {
        String protocol = settings.tls() ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        properties.setProperty("mail." + protocol + ".connectiontimeout", timeout);
        properties.setProperty("mail." + protocol + ".timeout", timeout);
        return Session.getInstance(properties);
    }
}
