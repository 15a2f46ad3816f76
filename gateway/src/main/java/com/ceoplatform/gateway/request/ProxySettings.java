package com.ceoplatform.gateway.request;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The proxies in front of the gateway.
 *
 * @param trusted their addresses or networks, such as {@code 10.0.0.0/8}; only what these say of a client's address is
 *     believed
 */
@ConfigurationProperties("platform.proxies")
record ProxySettings(@DefaultValue List<String> trusted) {

    ProxySettings {
        trusted = List.copyOf(trusted);
    }
}
