package com.ceoplatform.message.testing;

import com.ceoplatform.common.test.database.Statements;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The neighbours of the service, an organisation, and the way to the service. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean(destroyMethod = "close")
    ChannelServiceDouble channelService() throws IOException {
        return new ChannelServiceDouble();
    }

    @Bean
    DynamicPropertyRegistrar neighbours(ChannelServiceDouble channelService) {
        return properties -> properties.add("platform.services.channel", channelService::address);
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    Organisation organisation(JdbcClient jdbc) {
        return new Organisation(jdbc);
    }

    @Bean
    @Lazy
    MessageApi api(ObjectProvider<WebServerApplicationContext> server) {
        return new MessageApi(() -> server.getObject().getWebServer().getPort());
    }
}
