package com.ceoplatform.gateway.limit;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Token buckets in Redis, by the script of Spring Cloud Gateway; its keys expire by themselves. Without Redis everything
 * is allowed: requests are answered rather than counted, and none of them waits for Redis to come back. Whether it has is
 * asked beside the requests.
 */
@Component
class TokenBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(TokenBuckets.class);

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(1);

    private final ReactiveStringRedisTemplate redis;
    private final RedisScript<List<Long>> script;
    private final Duration patience;
    private volatile boolean available;
    private volatile boolean reported;

    TokenBuckets(
            ReactiveStringRedisTemplate redis,
            @Qualifier("redisRequestRateLimiterScript") RedisScript<List<Long>> script,
            LimitSettings settings) {
        this.redis = redis;
        // The text at once: a script from a file looks its file up again with every call.
        this.script = new DefaultRedisScript<>(script.getScriptAsString(), script.getResultType());
        this.patience = settings.patience();
    }

    /** Whether a token was left in the bucket. */
    Mono<Boolean> take(String bucket, LimitSettings.Bucket rate) {
        if (!available) {
            return Mono.just(true);
        }
        List<String> keys = List.of("rate_limit.{" + bucket + "}.tokens", "rate_limit.{" + bucket + "}.timestamp");
        List<String> arguments = List.of(String.valueOf(rate.perSecond()), String.valueOf(rate.burst()), "", "1");
        return redis.execute(script, keys, arguments)
                .next()
                .map(answer -> answer.getFirst() == 1)
                .timeout(patience)
                .onErrorResume(failure -> {
                    lost(failure);
                    return Mono.just(true);
                })
                .defaultIfEmpty(true);
    }

    private void lost(Throwable failure) {
        available = false;
        if (!reported) {
            reported = true;
            LOG.warn("Redis does not answer; requests are not limited until it does: {}", failure.toString());
        }
    }

    /** Connecting may take its time, so it never happens on a request's way. */
    @Scheduled(initialDelayString = "PT0S", fixedDelayString = "PT1S")
    void probe() {
        if (available) {
            return;
        }
        try {
            redis.execute(connection -> connection.ping()).blockLast(PROBE_PATIENCE);
            available = true;
            if (reported) {
                reported = false;
                LOG.info("Redis is back; requests are limited again");
            }
        } catch (RuntimeException stillGone) {
            lost(stillGone);
        }
    }
}
