package com.ceoplatform.voice.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelSettingsTests {

    @Test
    void hasNoModelByDefault() {
        ModelSettings settings = bind("platform.voice.model", ModelSettings.class, Map.of());

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.parallel()).isEqualTo(4);
        assertThat(settings.apiKey()).isNull();
    }

    @Test
    void takesAModel() {
        ModelSettings settings = bind(
                "platform.voice.model",
                ModelSettings.class,
                Map.of(
                        "platform.voice.model.base-url", "https://models.example.com/",
                        "platform.voice.model.name", "small",
                        "platform.voice.model.api-key", "key",
                        "platform.voice.model.timeout", "1s"));

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.completions()).hasToString("https://models.example.com/v1/chat/completions");
        assertThat(settings.name()).isEqualTo("small");
        assertThat(settings.apiKey()).isEqualTo("key");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
