package com.ceoplatform.voice.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether audio is kept after it was recognised.
 *
 * @param directory shared by all processes of this service; without one no audio is kept
 * @param kept how long
 */
@Validated
@ConfigurationProperties("platform.voice.recordings")
public record RecordingSettings(
        @Nullable Path directory, @DefaultValue("7d") Duration kept) {

    public boolean enabled() {
        return directory != null && !directory.toString().isBlank();
    }
}
