package com.ceoplatform.realtime.socket;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Puts the socket at its address, before anything else could claim it. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final int FIRST = -1;

    @Bean
    SimpleUrlHandlerMapping socketMapping(WebSocketEndpoint endpoint) {
        return new SimpleUrlHandlerMapping(Map.of(WebSocketEndpoint.PATH, endpoint), FIRST);
    }
}
