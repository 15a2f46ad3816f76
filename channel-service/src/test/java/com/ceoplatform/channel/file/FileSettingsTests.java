package com.ceoplatform.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FileSettingsTests {

    @Test
    void hasDefaults() {
        FileSettings settings = bind(Map.of());

        assertThat(settings.maxSize()).isEqualTo(DataSize.ofMegabytes(100));
        assertThat(settings.partSize()).isEqualTo(DataSize.ofMegabytes(8));
        assertThat(settings.refusedTypes()).contains("application/x-dosexec", "application/x-elf");
    }

    @Test
    void isConfigured() {
        assertThat(bind(Map.of(
                        "platform.files.max-size", "1MB",
                        "platform.files.part-size", "64KB",
                        "platform.files.refused-types", "image/gif, image/png")))
                .isEqualTo(new FileSettings(
                        DataSize.ofMegabytes(1), DataSize.ofKilobytes(64), List.of("image/gif", "image/png")));
    }

    private static FileSettings bind(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("platform.files", FileSettings.class);
    }
}
