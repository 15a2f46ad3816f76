package com.ceoplatform.notification.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long to wait before another attempt: exponential, and never the same for many that failed together. */
class BackOff {

    /** Nobody may make us wait longer. */
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    BackOff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * Between half and one and a half of the exponential delay, and never less than what the other side asked for.
     *
     * @param attempts those that failed, 1 or more
     */
    Duration after(int attempts, @Nullable Duration wish) {
        double doublings = Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
        double millis = Math.min(first.toMillis() * doublings, (double) longest.toMillis());
        Duration delay = Duration.ofMillis((long) (millis * (0.5 + random.getAsDouble())));
        if (wish == null || wish.compareTo(delay) <= 0) {
            return delay;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
