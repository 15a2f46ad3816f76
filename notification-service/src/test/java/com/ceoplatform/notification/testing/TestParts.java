package com.ceoplatform.notification.testing;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

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
    Api api(ObjectProvider<WebServerApplicationContext> server) {
        return new Api(() -> server.getObject().getWebServer().getPort());
    }
}
