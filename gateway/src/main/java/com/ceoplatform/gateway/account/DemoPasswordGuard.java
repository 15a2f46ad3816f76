package com.ceoplatform.gateway.account;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.user.UserDirectory;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Keeps the demo password on this machine: not the configured one nor a CEO's may be it when others can connect. */
@Component
class DemoPasswordGuard {

    private final boolean reachable;

    DemoPasswordGuard(ServerProperties server, BootstrapSettings settings) {
        InetAddress address = server.getAddress();
        this.reachable = !isLoopback(address);
        if (reachable && settings.ceo().password().equals(BootstrapSettings.DEMO_PASSWORD)) {
            throw exposed("it is the password of the first account", address);
        }
    }

    /** @throws DemoPasswordExposed when a CEO still has the demo password and others can connect */
    void check(UserDirectory directory, Passwords passwords) {
        if (reachable
                && directory.credentialsOf(Role.CEO).stream()
                        .anyMatch(ceo -> passwords.matches(BootstrapSettings.DEMO_PASSWORD, ceo.passwordHash()))) {
            throw exposed("a CEO still has it", null);
        }
    }

    private static DemoPasswordExposed exposed(String reason, @Nullable InetAddress address) {
        String where = address == null ? "more than this machine" : address.getHostAddress();
        return new DemoPasswordExposed("Refusing to listen on " + where + " with the demo password: " + reason + ".");
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
