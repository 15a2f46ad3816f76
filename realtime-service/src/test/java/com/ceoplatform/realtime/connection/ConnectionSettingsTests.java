package com.ceoplatform.realtime.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ConnectionSettingsTests {

    private static ConnectionSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.realtime.connection", ConnectionSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ConnectionSettings(
                        20,
                        4096,
                        DataSize.ofMegabytes(4),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(3)));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "platform.realtime.connection.per-user", "1",
                        "platform.realtime.connection.queue-frames", "2",
                        "platform.realtime.connection.queue-size", "3B",
                        "platform.realtime.connection.heartbeat", "4s",
                        "platform.realtime.connection.expiry-notice", "5s",
                        "platform.realtime.connection.close-timeout", "6s")))
                .isEqualTo(new ConnectionSettings(
                        1,
                        2,
                        DataSize.ofBytes(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6)));
    }
}
