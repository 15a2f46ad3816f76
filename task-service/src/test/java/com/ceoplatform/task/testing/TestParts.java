package com.ceoplatform.task.testing;

import com.ceoplatform.common.test.database.Statements;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The other services, an organisation, the way to the service, and a count of its statements. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean(destroyMethod = "close")
    Owners fakeOwners() throws IOException {
        return new Owners();
    }

    @Bean
    PostOffice postOffice() {
        return new PostOffice();
    }

    @Bean
    DynamicPropertyRegistrar mailServer() {
        return properties -> {
            properties.add("platform.mail.host", () -> "127.0.0.1");
            properties.add("platform.mail.port", PostOffice::port);
        };
    }

    @Bean
    DynamicPropertyRegistrar ownersAddress(Owners owners) {
        return properties -> {
            properties.add("platform.services.gateway", owners::address);
            properties.add("platform.services.channel", owners::address);
        };
    }

    @Bean
    Organisation testOrganisation(JdbcClient jdbc) {
        return new Organisation(jdbc);
    }

    @Bean
    @Lazy
    Api api(ObjectProvider<WebServerApplicationContext> server) {
        return new Api(() -> server.getObject().getWebServer().getPort());
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }
}
