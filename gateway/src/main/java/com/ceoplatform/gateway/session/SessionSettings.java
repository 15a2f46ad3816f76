package com.ceoplatform.gateway.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long logins last.
 *
 * @param idleLife after this long without a refresh a login is over
 * @param longestLife after this long it is over in any case
 */
@ConfigurationProperties("platform.sessions")
record SessionSettings(
        @DefaultValue("30d") Duration idleLife,
        @DefaultValue("180d") Duration longestLife) {}
