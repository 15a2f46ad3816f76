package com.ceoplatform.realtime.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PresenceSettingsTests {

    private static PresenceSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.realtime.presence", PresenceSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new PresenceSettings(
                        Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(1)));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "platform.realtime.presence.offline-grace", "1ms",
                        "platform.realtime.presence.refresh", "2ms",
                        "platform.realtime.presence.time-to-live", "3ms",
                        "platform.realtime.presence.typing-interval", "4ms")))
                .isEqualTo(new PresenceSettings(
                        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4)));
    }
}
