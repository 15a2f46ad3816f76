package com.ceoplatform.gateway.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is tried again that the server did not take.
 *
 * @param firstRetry the pause after the first try; doubles with each further one
 * @param longestPause between two tries
 * @param life after this long it is given up
 */
@ConfigurationProperties("platform.mail.outbox")
record MailOutboxSettings(
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("3d") Duration life) {

    Duration pauseAfter(int attempts) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
