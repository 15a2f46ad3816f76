package com.ceoplatform.realtime.socket;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What clients may send.
 *
 * @param maxFrame a longer frame ends the connection
 * @param framesPerSecond more are refused, each with an error frame
 */
@Validated
@ConfigurationProperties("platform.realtime.socket")
record SocketSettings(
        @DefaultValue("16KB") DataSize maxFrame,
        @DefaultValue("50") @Positive int framesPerSecond) {}
