package com.ceoplatform.voice.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.config.SpeechSettings.Recogniser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTests {

    @Test
    void hasDefaultsForExecution() {
        VoiceSettings settings =
                bind("platform.voice", VoiceSettings.class, Map.of("platform.voice.credential-secret", "secret"));

        assertThat(settings.historyKept()).isEqualTo(Duration.ofDays(90));
        assertThat(settings.execution().parallel()).isEqualTo(8);
        assertThat(settings.execution().queue()).isEqualTo(64);
        assertThat(settings.execution().callTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.execution().patience()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.execution().rollbackPatience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void hasDefaultsForSpeech() {
        SpeechSettings settings = bind(
                "platform.voice.speech",
                SpeechSettings.class,
                Map.of("platform.voice.speech.model-directory", "models"));

        assertThat(settings.recogniser()).isEqualTo(Recogniser.MOONSHINE);
        assertThat(settings.modelDirectory()).isEqualTo(Path.of("models"));
        assertThat(settings.parallel()).isEqualTo(2);
        assertThat(settings.queue()).isEqualTo(24);
        assertThat(settings.names()).isEqualTo(400);
        assertThat(settings.titles()).isEqualTo(100);
        assertThat(settings.maxBytes()).isEqualTo(DataSize.ofMegabytes(25));
        assertThat(settings.maxDuration()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.remote().apiKey()).isNull();
    }

    @Test
    void takesARemoteRecogniser() {
        SpeechSettings settings = bind(
                "platform.voice.speech",
                SpeechSettings.class,
                Map.of(
                        "platform.voice.speech.model-directory", "models",
                        "platform.voice.speech.recogniser", "remote",
                        "platform.voice.speech.remote.base-url", "https://speech.example.com",
                        "platform.voice.speech.remote.model", "large",
                        "platform.voice.speech.remote.api-key", "key"));

        assertThat(settings.recogniser()).isEqualTo(Recogniser.REMOTE);
        assertThat(settings.remote().baseUrl()).hasHost("speech.example.com");
        assertThat(settings.remote().model()).isEqualTo("large");
        assertThat(settings.remote().apiKey()).isEqualTo("key");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
