package com.ceoplatform.voice.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
        @DefaultValue @Valid Execution execution) {

    /**
     * How much is done at a time, and the patience with other services.
     *
     * @param parallel commands at a time, and as many more being taken in. Each holds one connection to the database at
     *     most, so twice as many must be well below the size of the pool
     * @param queue how many more may wait for their turn
     * @param callTimeout of one call
     * @param patience how long an action is tried again while a service cannot be reached
     * @param rollbackPatience the same for taking an action back
     */
    public record Execution(
            @DefaultValue("8") @Min(1) int parallel,
            @DefaultValue("64") @Min(0) int queue,
            @DefaultValue("3s") Duration callTimeout,
            @DefaultValue("25s") Duration patience,
            @DefaultValue("30s") Duration rollbackPatience) {}
}
