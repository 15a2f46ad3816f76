package com.ceoplatform.channel.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to clear up.
 *
 * @param interval between two rounds; only one replica makes them
 * @param unfinishedAfter an upload that nobody went on with for this long is given up
 * @param requestedAfter so is a file that somebody asked for and nobody uploaded
 * @param retryAfter bytes that could not be erased at once are tried again in the first round after this
 */
@ConfigurationProperties("platform.files.erasure")
record ErasureSettings(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("24h") Duration unfinishedAfter,
        @DefaultValue("30d") Duration requestedAfter,
        @DefaultValue("30s") Duration retryAfter) {}
