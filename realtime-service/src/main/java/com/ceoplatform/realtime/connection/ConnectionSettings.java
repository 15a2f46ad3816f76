package com.ceoplatform.realtime.connection;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and times of a connection.
 *
 * @param perUser connections of one user at this replica
 * @param queueFrames frames that may wait for a slow client
 * @param queueSize the same in bytes
 * @param heartbeat between two checkpoints; a client that gives no sign of life for two of them is gone
 * @param expiryNotice before the token expires
 * @param closeTimeout how long a client may take to answer a close
 */
@Validated
@ConfigurationProperties("platform.realtime.connection")
public record ConnectionSettings(
        @DefaultValue("20") @Positive int perUser,
        @DefaultValue("4096") @Positive int queueFrames,
        @DefaultValue("4MB") DataSize queueSize,
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("60s") Duration expiryNotice,
        @DefaultValue("3s") Duration closeTimeout) {}
