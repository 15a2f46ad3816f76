package com.ceoplatform.gateway.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.util.TestSocketUtils;

/** A real SMTP server that keeps what it is sent; on a port of its own, so that it comes back where it was. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail {

    @Bean(destroyMethod = "stop")
    static GreenMail greenMail() {
        GreenMail server = new GreenMail(
                new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Bean
    Mailboxes mailboxes(GreenMail server) {
        return new Mailboxes(server);
    }

    @Bean
    static DynamicPropertyRegistrar mailProperties(GreenMail server) {
        return properties -> {
            properties.add("platform.mail.host", () -> "127.0.0.1");
            properties.add("platform.mail.port", () -> server.getSmtp().getPort());
            properties.add("platform.mail.from", () -> "Platform <platform@example.com>");
            properties.add("platform.password-reset.page", () -> "https://platform.example.com/reset");
            properties.add("platform.password-reset.first-retry", () -> "100ms");
            properties.add("platform.mail.outbox.first-retry", () -> "100ms");
        };
    }
}
