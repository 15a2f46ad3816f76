package com.ceoplatform.channel.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorageSettingsTests {

    @Test
    void runsAStoreOfItsOwnByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StorageSettings(
                        null,
                        null,
                        "us-east-1",
                        "platform-files",
                        "",
                        "",
                        Path.of(".platform/files"),
                        InetAddress.getLoopbackAddress(),
                        8087,
                        new StorageSettings.UrlLife(Duration.ofHours(1), Duration.ofMinutes(5))));
    }

    @Test
    void usesTheStoreThatIsConfigured() {
        StorageSettings settings = bind(Map.of(
                "platform.storage.endpoint", "https://s3.example.com",
                "platform.storage.public-endpoint", "https://files.example.com",
                "platform.storage.region", "eu-central-1",
                "platform.storage.bucket", "ours",
                "platform.storage.access-key", "us",
                "platform.storage.secret-key", "secret",
                "platform.storage.url-life.upload", "10m",
                "platform.storage.url-life.download", "1m"));

        assertThat(settings.endpoint()).isEqualTo(URI.create("https://s3.example.com"));
        assertThat(settings.publicEndpoint()).isEqualTo(URI.create("https://files.example.com"));
        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.bucket()).isEqualTo("ours");
        assertThat(settings.accessKey()).isEqualTo("us");
        assertThat(settings.secretKey()).isEqualTo("secret");
        assertThat(settings.urlLife())
                .isEqualTo(new StorageSettings.UrlLife(Duration.ofMinutes(10), Duration.ofMinutes(1)));
    }

    @Test
    void takesEmptyVariablesForNone() {
        StorageSettings settings =
                bind(Map.of("platform.storage.endpoint", "", "platform.storage.public-endpoint", ""));

        assertThat(settings.endpoint()).isNull();
        assertThat(settings.publicEndpoint()).isNull();
    }

    private static StorageSettings bind(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.storage", StorageSettings.class);
    }
}
