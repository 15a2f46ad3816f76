package com.ceoplatform.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard it is tried to bring notifications out of the platform.
 *
 * @param attempts before a dispatch is a dead letter
 * @param firstDelay before the second attempt; doubles with each further one, with jitter
 * @param longestDelay between two attempts
 * @param lease after which an attempt that did not end is taken up by somebody else; longer than any attempt takes
 * @param settle how long the notification of a voice command waits for what else the command does
 * @param poll how often to look for what another process left; what this process makes is sent at once
 * @param workers attempts at the same time, per lane
 * @param kept how long the delivery state of what is done can be looked up
 */
@Validated
@ConfigurationProperties("platform.delivery")
record DeliverySettings(
        @DefaultValue("10") @Min(1) @Max(50) int attempts,
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("1h") Duration longestDelay,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("3s") Duration settle,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("30d") Duration kept) {}
