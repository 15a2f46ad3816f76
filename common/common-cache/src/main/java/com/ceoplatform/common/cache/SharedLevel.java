package com.ceoplatform.common.cache;

import static java.util.Objects.requireNonNull;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/**
 * The level in Redis. Whatever is wrong with Redis looks like a miss here: a lookup waits a short time at most, and after
 * several failures Redis is left alone for a while.
 */
class SharedLevel {

    private static final Logger LOG = LoggerFactory.getLogger(SharedLevel.class);

    private final ReactiveStringRedisTemplate redis;
    private final CacheSettings settings;
    private final CircuitBreaker circuit;
    private final Counter failures;

    SharedLevel(ReactiveStringRedisTemplate redis, CacheSettings settings, MeterRegistry meters) {
        this.redis = requireNonNull(redis, "redis is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.circuit = CircuitBreaker.of(
                "cache",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(3)
                        .waitDurationInOpenState(settings.redisPause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "The shared cache level is now {}",
                        event.getStateTransition().getToState()));
        failures = meters.counter("platform.cache.redis.failures");
        Gauge.builder("platform.cache.redis.available", circuit, SharedLevel::isClosed)
                .register(meters);
    }

    private static double isClosed(CircuitBreaker circuit) {
        return circuit.getState() == CircuitBreaker.State.CLOSED ? 1 : 0;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(guarded(() -> redis.opsForValue().get(key)));
    }

    void keep(String key, String value) {
        guarded(() -> redis.opsForValue().set(key, value, settings.sharedTtl()));
    }

    private <T> @Nullable T guarded(Supplier<Mono<T>> command) {
        try {
            return circuit.executeSupplier(() -> command.get().block(settings.redisTimeout()));
        } catch (CallNotPermittedException paused) {
            LOG.trace("Redis is left alone", paused);
            return null;
        } catch (RuntimeException failure) {
            failures.increment();
            LOG.debug("Redis did not answer", failure);
            return null;
        }
    }
}
