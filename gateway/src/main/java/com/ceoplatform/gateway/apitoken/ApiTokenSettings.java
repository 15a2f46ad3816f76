package com.ceoplatform.gateway.apitoken;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long API tokens last.
 *
 * @param usualLife when nothing else is asked for
 * @param longestLife of any of them
 * @param exchangeLife of the access token that stands for it behind the gateway
 * @param mostPerUser live ones at a time
 */
@ConfigurationProperties("platform.api-tokens")
record ApiTokenSettings(
        @DefaultValue("90d") Duration usualLife,
        @DefaultValue("366d") Duration longestLife,
        @DefaultValue("5m") Duration exchangeLife,
        @DefaultValue("50") int mostPerUser) {}
