package com.ceoplatform.task.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SchedulingSettingsTests {

    private static SchedulingSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.scheduling", SchedulingSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new SchedulingSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), 4));
    }

    @Test
    void takesEveryValueFromTheEnvironment() {
        assertThat(bind(Map.of(
                        "platform.scheduling.poll-interval", "100ms",
                        "platform.scheduling.heartbeat", "1s",
                        "platform.scheduling.threads", "2")))
                .isEqualTo(new SchedulingSettings(Duration.ofMillis(100), Duration.ofSeconds(1), 2));
    }
}
