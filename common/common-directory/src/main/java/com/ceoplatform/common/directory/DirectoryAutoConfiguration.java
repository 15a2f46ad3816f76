package com.ceoplatform.common.directory;

import com.ceoplatform.common.cache.Caches;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.common.web.client.ServiceClients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    Channels channels(JdbcClient jdbc, Owners owners, ObjectProvider<KnownAccess> remembered) {
        return new Channels(jdbc, owners, remembered.getIfAvailable(() -> KnownAccess.NOWHERE));
    }

    /** Where the service takes common-cache along. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Caches.class)
    static class WithCache {

        @Bean
        @ConditionalOnBean(Caches.class)
        KnownAccess cachedAccess(Caches caches) {
            return new CachedAccess(caches.cache(
                    "channel-access",
                    Topic.CHANNELS,
                    ChannelAccess.class,
                    access -> access.channel().version()));
        }
    }

    @Bean
    Subscription directorySubscription(People people, Channels channels, DirectorySettings settings) {
        return new DirectoryEvents(people, channels).subscription(settings.channels());
    }
}
