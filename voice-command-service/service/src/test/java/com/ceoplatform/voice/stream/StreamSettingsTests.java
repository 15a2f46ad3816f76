package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class StreamSettingsTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StreamSettings(
                        Duration.ofMillis(700),
                        Duration.ofMillis(450),
                        Duration.ofMillis(700),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(5),
                        DataSize.ofKilobytes(64),
                        3,
                        100,
                        Duration.ofSeconds(5),
                        DataSize.ofKilobytes(256)));
    }

    @Test
    void takesOthers() {
        StreamSettings settings = bind(Map.of(
                "platform.voice.stream.end-of-speech", "1s",
                "platform.voice.stream.end-of-order", "600ms",
                "platform.voice.stream.per-user", "7",
                "platform.voice.stream.max-frame", "32KB"));

        assertThat(settings.endOfSpeech()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.endOfOrder()).isEqualTo(Duration.ofMillis(600));
        assertThat(settings.perUser()).isEqualTo(7);
        assertThat(settings.maxFrame()).isEqualTo(DataSize.ofKilobytes(32));
    }

    private static StreamSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.voice.stream", StreamSettings.class);
    }
}
