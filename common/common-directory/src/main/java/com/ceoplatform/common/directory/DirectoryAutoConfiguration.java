package com.ceoplatform.common.directory;

import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.common.web.client.ServiceClients;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides {@link People} and {@link Channels}. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = "com.ceoplatform.common.web.client.ClientAutoConfiguration",
        beforeName = "com.ceoplatform.common.events.subscription.SubscriptionAutoConfiguration")
@ConditionalOnBean({JdbcClient.class, ServiceClients.class})
@EnableConfigurationProperties(DirectorySettings.class)
class DirectoryAutoConfiguration {

    @Bean
    Owners owners(ServiceClients clients) {
        return new Owners(clients);
    }

    @Bean
    People people(JdbcClient jdbc, Owners owners) {
        return new People(jdbc, owners);
    }

    @Bean
    Channels channels(JdbcClient jdbc, Owners owners) {
        return new Channels(jdbc, owners);
    }

    @Bean
    Subscription directorySubscription(People people, Channels channels, DirectorySettings settings) {
        return new DirectoryEvents(people, channels).subscription(settings.channels());
    }
}
