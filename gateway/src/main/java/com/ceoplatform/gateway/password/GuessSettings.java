package com.ceoplatform.gateway.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What failed logins lead to.
 *
 * @param freeFailures so many cost nothing: people mistype
 * @param firstDelay after the next one; it doubles with each further one
 * @param lockAfter so many failures lock the address out
 * @param lockTime for how long
 * @param forgetAfter a quiet time after which the count starts again
 */
@ConfigurationProperties("platform.login")
record GuessSettings(
        @DefaultValue("4") int freeFailures,
        @DefaultValue("1s") Duration firstDelay,
        @DefaultValue("10") int lockAfter,
        @DefaultValue("15m") Duration lockTime,
        @DefaultValue("1h") Duration forgetAfter) {

    /** How long nobody may try after this many failures. */
    Duration delayAfter(int failures) {
        if (failures <= freeFailures) {
            return Duration.ZERO;
        }
        if (failures >= lockAfter) {
            return lockTime;
        }
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - freeFailures - 1, 30));
        return delay.compareTo(lockTime) < 0 ? delay : lockTime;
    }
}
