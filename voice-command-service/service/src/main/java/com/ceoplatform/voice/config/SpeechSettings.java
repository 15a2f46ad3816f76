package com.ceoplatform.voice.config;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Who listens, and to how much.
 *
 * @param modelDirectory where the embedded recogniser finds its models
 * @param parallel recognitions at a time
 * @param queue how many more may wait for their turn
 * @param maxBytes of an audio file
 * @param maxDuration of its sound
 * @param names how many names of people and channels are given to the recogniser as hints
 * @param titles the same for titles of tasks
 */
@Validated
@ConfigurationProperties("platform.voice.speech")
public record SpeechSettings(
        @DefaultValue("moonshine") Recogniser recogniser,
        Path modelDirectory,
        @DefaultValue("2") @Min(1) int parallel,
        @DefaultValue("24") @Min(0) int queue,
        @DefaultValue("25MB") DataSize maxBytes,
        @DefaultValue("60s") Duration maxDuration,
        @DefaultValue("400") @Min(0) int names,
        @DefaultValue("100") @Min(0) int titles,
        @DefaultValue Remote remote) {

    /** The recognisers there are. */
    public enum Recogniser {
        MOONSHINE,
        REMOTE,
        NONE
    }

    /** An OpenAI-compatible service. */
    public record Remote(
            @DefaultValue("http://localhost:8000") URI baseUrl,
            @DefaultValue("whisper-1") String model,
            @Nullable String apiKey,
            @DefaultValue("10s") Duration timeout) {}
}
