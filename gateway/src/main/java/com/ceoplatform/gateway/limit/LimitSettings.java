package com.ceoplatform.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are allowed.
 *
 * @param user per person
 * @param address per IP address, for requests without a valid token
 * @param login per IP address and email address
 * @param patience how long a request waits for Redis to count it, before it goes on uncounted
 */
@ConfigurationProperties("platform.rate-limits")
record LimitSettings(
        @DefaultValue Rate user,
        @DefaultValue Address address,
        @DefaultValue Login login,
        @DefaultValue("50ms") Duration patience) {

    /** What any of the three amounts to. */
    interface Bucket {

        /** Requests per second that are allowed for good. */
        int perSecond();

        /** Requests that are allowed at once. */
        int burst();
    }

    record Rate(
            @DefaultValue("200") int perSecond,
            @DefaultValue("400") int burst) implements Bucket {}

    record Address(
            @DefaultValue("50") int perSecond,
            @DefaultValue("200") int burst) implements Bucket {}

    record Login(
            @DefaultValue("5") int perSecond,
            @DefaultValue("20") int burst) implements Bucket {}

    LimitSettings {
        requireSense(user);
        requireSense(address);
        requireSense(login);
    }

    private static void requireSense(Bucket bucket) {
        if (bucket.perSecond() < 1 || bucket.burst() < bucket.perSecond()) {
            throw new IllegalArgumentException(
                    "platform.rate-limits: per-second must be at least 1 and burst not less than it");
        }
    }
}
