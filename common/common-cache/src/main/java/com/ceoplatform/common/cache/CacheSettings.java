package com.ceoplatform.common.cache;

import com.ceoplatform.common.events.Topic;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is remembered, and for how long if no event says otherwise.
 *
 * @param entries of each cache in the process, at most
 * @param processTtl how long the process remembers
 * @param sharedTtl how long Redis remembers
 * @param redisTimeout how long a lookup waits for Redis before it does without
 * @param redisPause how long Redis is left alone after it has failed repeatedly
 * @param topics whose events are listened to; a service that remembers less needs fewer
 */
@Validated
@ConfigurationProperties("platform.cache")
public record CacheSettings(
        @DefaultValue("10000") @Min(1) int entries,
        @DefaultValue("1m") Duration processTtl,
        @DefaultValue("10m") Duration sharedTtl,
        @DefaultValue("50ms") Duration redisTimeout,
        @DefaultValue("2s") Duration redisPause,
        @DefaultValue({"users", "channels", "tasks"}) Set<Topic> topics) {

    public CacheSettings {
        topics = Set.copyOf(topics);
    }
}
