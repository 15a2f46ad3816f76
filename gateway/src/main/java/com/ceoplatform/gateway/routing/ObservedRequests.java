package com.ceoplatform.gateway.routing;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** What counts as a request in the metrics: a connection of hours would spoil every mean and percentile. */
@Configuration(proxyBeanMethods = false)
class ObservedRequests {

    @Bean
    ObservationPredicate noWebSockets() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request && isWebSocket(request));
    }

    private static boolean isWebSocket(ServerRequestObservationContext request) {
        ServerHttpRequest carrier = request.getCarrier();
        return carrier != null && carrier.getPath().value().startsWith("/ws");
    }
}
