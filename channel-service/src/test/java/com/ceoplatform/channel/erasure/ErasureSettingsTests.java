package com.ceoplatform.channel.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ErasureSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ErasureSettings(
                        Duration.ofMinutes(1), Duration.ofHours(24), Duration.ofDays(30), Duration.ofSeconds(30)));
    }

    @Test
    void isConfigured() {
        assertThat(bind(Map.of(
                        "platform.files.erasure.interval", "2m",
                        "platform.files.erasure.unfinished-after", "1h",
                        "platform.files.erasure.requested-after", "7d",
                        "platform.files.erasure.retry-after", "5s")))
                .isEqualTo(new ErasureSettings(
                        Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(7), Duration.ofSeconds(5)));
    }

    private static ErasureSettings bind(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.files.erasure", ErasureSettings.class);
    }
}
