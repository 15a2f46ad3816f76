package com.ceoplatform.realtime.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a connection begins.
 *
 * @param resumeGrace how long events wait after the welcome for the client to say {@code resume}, so that what it missed
 *     comes before what is new
 */
@Validated
@ConfigurationProperties("platform.realtime.delivery")
record DeliverySettings(@DefaultValue("500ms") Duration resumeGrace) {}
