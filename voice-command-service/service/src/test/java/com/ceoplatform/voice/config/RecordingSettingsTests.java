package com.ceoplatform.voice.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RecordingSettingsTests {

    @Test
    void keepsNoAudioByDefault() {
        RecordingSettings settings = bind("platform.voice.recordings", RecordingSettings.class, Map.of());

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.kept()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void keepsAudioWhereItIsToldTo() {
        RecordingSettings settings = bind(
                "platform.voice.recordings",
                RecordingSettings.class,
                Map.of(
                        "platform.voice.recordings.directory", "recordings",
                        "platform.voice.recordings.kept", "1d"));

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.kept()).isEqualTo(Duration.ofDays(1));
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
