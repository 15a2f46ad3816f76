package com.ceoplatform.common.relay;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process takes part in relaying.
 *
 * @param enabled false for a process that never leads
 * @param user role with REPLICATION that owns the outbox
 * @param slot replication slot; one per database
 * @param pollInterval sleep of Debezium's reader and at the same time the wait for a full batch: what latency and idle CPU
 *     depend on (measured in {@code docs/performance.md})
 * @param heartbeat how often an otherwise idle slot is moved forward
 * @param kept how long published rows stay in the outbox
 */
@Validated
@ConfigurationProperties("platform.relay")
record RelaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("relay") @NotBlank String user,
        @DefaultValue("") String password,
        @DefaultValue("outbox") @NotBlank String slot,
        @DefaultValue("3ms") Duration pollInterval,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("3d") Duration kept) {}
