package com.ceoplatform.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SocketSettingsTests {

    private static SocketSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.realtime.socket", SocketSettings.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new SocketSettings(DataSize.ofKilobytes(16), 50));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "platform.realtime.socket.max-frame", "1KB",
                        "platform.realtime.socket.frames-per-second", "2")))
                .isEqualTo(new SocketSettings(DataSize.ofKilobytes(1), 2));
    }
}
