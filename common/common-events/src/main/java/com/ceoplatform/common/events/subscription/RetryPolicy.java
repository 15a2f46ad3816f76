package com.ceoplatform.common.events.subscription;

import java.time.Duration;
import java.util.List;

/**
 * How long a failed event waits before each further attempt: three attempts in all, exponential from two seconds.
 *
 * @param delays one per further attempt
 */
public record RetryPolicy(List<Duration> delays) {

    public static final RetryPolicy STANDARD = new RetryPolicy(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4)));

    public RetryPolicy {
        delays = List.copyOf(delays);
    }
}
