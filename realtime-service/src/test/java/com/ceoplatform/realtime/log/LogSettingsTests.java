package com.ceoplatform.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LogSettingsTests {

    private static LogSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.realtime.log", LogSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LogSettings(50_000, DataSize.ofMegabytes(32), Duration.ofMinutes(5), 4));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "platform.realtime.log.window-events", "7",
                        "platform.realtime.log.window-size", "1KB",
                        "platform.realtime.log.window-age", "1s",
                        "platform.realtime.log.readers", "2")))
                .isEqualTo(new LogSettings(7, DataSize.ofKilobytes(1), Duration.ofSeconds(1), 2));
    }
}
