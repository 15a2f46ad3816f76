package com.ceoplatform.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Guards the way to each service with a circuit breaker: a service that cannot be reached or does not answer in time is
 * left alone for a while. Problems that a service tells in our format are answers like others and pass through.
 */
@Component
class Upstreams {

    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);

    private final CircuitBreakerRegistry breakers;

    Upstreams(RoutingSettings settings, MeterRegistry meters) {
        RoutingSettings.Breaker breaker = settings.breaker();
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.calls())
                .failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .recordException(Upstreams::isOutage)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /** The filter that guards the way to one service. */
    GatewayFilter guard(String service) {
        CircuitBreaker breaker = breakers.circuitBreaker(service);
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn("The way to {}: {}", service, event.getStateTransition()));
        CircuitBreakerOperator<Void> guarded = CircuitBreakerOperator.of(breaker);
        return (exchange, chain) -> chain.filter(exchange)
                .then(Mono.defer(() -> bareFailure(exchange.getResponse())))
                .transformDeferred(guarded);
    }

    private static Mono<Void> bareFailure(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (status == null || !status.is5xxServerError()) {
            return Mono.empty();
        }
        MediaType type = response.getHeaders().getContentType();
        boolean told = type != null && type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        return told ? Mono.empty() : Mono.error(new UpstreamFailure());
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof UpstreamFailure
                || (failure instanceof ResponseStatusException refused
                        && refused.getStatusCode().is5xxServerError());
    }
}
