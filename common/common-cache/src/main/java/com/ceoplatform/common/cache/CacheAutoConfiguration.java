package com.ceoplatform.common.cache;

import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.events.tail.TailStart;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Provides {@link Caches} on whatever Redis Spring is configured for: one server, Sentinel or Cluster. Until the changes of
 * the time that entries live have been read, the caches are passed by.
 */
@AutoConfiguration(
        afterName = {
            "com.ceoplatform.common.events.EventsAutoConfiguration",
            "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration"
        },
        beforeName = "com.ceoplatform.common.directory.DirectoryAutoConfiguration")
@EnableConfigurationProperties(CacheSettings.class)
class CacheAutoConfiguration {

    @Bean
    Caches caches(
            CacheSettings settings,
            ReactiveStringRedisTemplate redis,
            JsonMapper mapper,
            MeterRegistry meters,
            EventDecoder decoder,
            @Qualifier("cacheTail") ObjectProvider<EventTail> tail) {
        SharedLevel shared = new SharedLevel(redis, settings, meters);
        SingletonSupplier<EventTail> listener = SingletonSupplier.of(tail::getObject);
        return new Caches(
                new TwoLevelCache.Surroundings(
                        settings,
                        shared,
                        mapper,
                        meters,
                        () -> listener.obtain().isCaughtUp()),
                decoder);
    }

    @Bean
    EventTail cacheTail(
            CacheSettings settings,
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            EventDecoder decoder,
            Clock clock,
            Caches caches) {
        return new EventTail(
                "cache",
                consumers,
                decoder,
                settings.topics().stream().map(Topic::topicName).sorted().toList(),
                new TailStart.At(
                        () -> clock.instant().minus(settings.sharedTtl().multipliedBy(2))),
                caches::on);
    }
}
