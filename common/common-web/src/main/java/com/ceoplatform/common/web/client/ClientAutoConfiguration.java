package com.ceoplatform.common.web.client;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Provides {@link ServiceClients}. */
@AutoConfiguration(after = RestClientAutoConfiguration.class)
@ConditionalOnBean(RestClient.Builder.class)
@EnableConfigurationProperties(ServiceAddresses.class)
class ClientAutoConfiguration {

    @Bean
    ServiceClients serviceClients(ServiceAddresses addresses, RestClient.Builder builder) {
        return new ServiceClients(addresses.services(), builder);
    }
}
