package com.ceoplatform.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the gateway is with services.
 *
 * @param timeout until the answer begins
 * @param voiceTimeout the same for voice commands, whose audio has to arrive and which may ask to be waited for
 * @param storageTimeout the same for files, whose last byte has to arrive before the store answers
 * @param breaker when a service is left alone
 */
@ConfigurationProperties("platform.routing")
record RoutingSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("60s") Duration voiceTimeout,
        @DefaultValue("10m") Duration storageTimeout,
        @DefaultValue Breaker breaker) {

    /**
     * @param window of the last calls, over which failures are counted
     * @param calls so many are needed before a rate is believed
     * @param failureRate percent, from which on the service is left alone
     * @param openFor until a call is tried again
     */
    record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("10") int calls,
            @DefaultValue("50") float failureRate,
            @DefaultValue("3s") Duration openFor) {}
}
