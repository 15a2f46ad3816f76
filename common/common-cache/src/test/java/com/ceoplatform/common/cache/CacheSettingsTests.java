package com.ceoplatform.common.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CacheSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new CacheSettings(
                        10_000,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2),
                        Set.of(Topic.USERS, Topic.CHANNELS, Topic.TASKS)));
    }

    @Test
    void takesEveryProperty() {
        assertThat(bind(Map.of(
                        "platform.cache.entries", "5",
                        "platform.cache.process-ttl", "2s",
                        "platform.cache.shared-ttl", "3s",
                        "platform.cache.redis-timeout", "4ms",
                        "platform.cache.redis-pause", "5s",
                        "platform.cache.topics", "tasks")))
                .isEqualTo(new CacheSettings(
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(4),
                        Duration.ofSeconds(5),
                        Set.of(Topic.TASKS)));
    }

    private static CacheSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.cache", CacheSettings.class);
    }
}
