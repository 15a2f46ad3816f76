package com.ceoplatform.notification.testing;

import com.ceoplatform.notification.telling.Teller;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;

/** The other services, an organisation in which things happen, and the way to the service. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean(destroyMethod = "close")
    Owners fakeOwners() throws IOException {
        return new Owners();
    }

    @Bean
    DynamicPropertyRegistrar ownersAddress(Owners owners) {
        return properties -> {
            properties.add("platform.services.gateway", owners::address);
            properties.add("platform.services.channel", owners::address);
        };
    }

    @Bean(destroyMethod = "close")
    Outside outside() {
        return new Outside();
    }

    @Bean(destroyMethod = "close")
    Receiver receiver() throws IOException {
        return new Receiver();
    }

    @Bean
    DynamicPropertyRegistrar outsideAddresses(Outside outside) {
        return properties -> {
            properties.add("platform.mail.port", outside::smtpPort);
            properties.add("platform.mail.bounces.port", outside::imapPort);
        };
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    News news(Teller teller, TransactionTemplate transactions) {
        return new News(teller, transactions);
    }

    @Bean
    Organisation testOrganisation(JdbcClient jdbc) {
        return new Organisation(jdbc);
    }

    @Bean(destroyMethod = "close")
    Happenings happenings() {
        return new Happenings();
    }

    @Bean
    @Lazy
    NotificationApi api(ObjectProvider<WebServerApplicationContext> server) {
        return new NotificationApi(() -> server.getObject().getWebServer().getPort());
    }
}
