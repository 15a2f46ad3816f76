package com.ceoplatform.realtime.audience;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are that this one asks.
 *
 * @param channel base address of channel-service
 * @param timeout for one question
 */
@Validated
@ConfigurationProperties("platform.services")
record ServiceAddresses(
        @NotNull URI channel, @DefaultValue("1s") Duration timeout) {}
