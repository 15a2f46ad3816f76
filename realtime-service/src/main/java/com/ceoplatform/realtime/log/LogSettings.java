package com.ceoplatform.realtime.log;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the log is kept in memory.
 *
 * @param windowEvents events at most
 * @param windowSize memory at most, roughly
 * @param windowAge how far back the window is filled at the start
 * @param readers replays that may read Kafka at the same time; others wait for their turn
 */
@Validated
@ConfigurationProperties("platform.realtime.log")
public record LogSettings(
        @DefaultValue("50000") @Positive int windowEvents,
        @DefaultValue("32MB") DataSize windowSize,
        @DefaultValue("5m") Duration windowAge,
        @DefaultValue("4") @Positive int readers) {}
