package com.ceoplatform.voice.config;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are executed and kept.
 *
 * @param credentialSecret what the key that seals tokens is derived from
 * @param historyKept how long transcripts, plans and results are kept
 */
@Validated
@ConfigurationProperties("platform.voice")
public record VoiceSettings(
        @NotBlank String credentialSecret,
        @DefaultValue("90d") Duration historyKept,
        @DefaultValue Execution execution) {

    /**
     * Patience with other services.
     *
     * @param callTimeout of one call
     * @param patience how long an action is tried again while a service cannot be reached
     * @param rollbackPatience the same for taking an action back
     */
    public record Execution(
            @DefaultValue("3s") Duration callTimeout,
            @DefaultValue("25s") Duration patience,
            @DefaultValue("30s") Duration rollbackPatience) {}
}
