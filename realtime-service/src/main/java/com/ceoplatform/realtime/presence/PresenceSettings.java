package com.ceoplatform.realtime.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How presence is shared.
 *
 * @param offlineGrace after somebody's last connection, before others see them go
 * @param refresh between two snapshots that replicas exchange
 * @param timeToLive after which a replica that is silent is taken for dead
 * @param typingInterval at most one typing frame per connection in this time
 */
@Validated
@ConfigurationProperties("platform.realtime.presence")
record PresenceSettings(
        @DefaultValue("5s") Duration offlineGrace,
        @DefaultValue("5s") Duration refresh,
        @DefaultValue("15s") Duration timeToLive,
        @DefaultValue("1s") Duration typingInterval) {}
