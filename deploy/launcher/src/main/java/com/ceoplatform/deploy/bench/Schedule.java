package com.ceoplatform.deploy.bench;

import java.time.Duration;

/**
 * When each operation is to be sent, whatever became of the ones before.
 *
 * @param start of the first one, on the ticker
 * @param rate operations per second
 * @param warmUp so many at the beginning are not counted
 * @param count of all operations, those of the warm-up included
 */
record Schedule(long start, double rate, int warmUp, int count) {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    static Schedule starting(long start, Load load) {
        int warmUp = operations(load.rate(), load.warmUp());
        return new Schedule(start, load.rate(), warmUp, warmUp + Math.max(1, operations(load.rate(), load.length())));
    }

    /** Computed from the start, so that rounding does not add up. */
    long intended(int operation) {
        return start + Math.round(operation / rate * NANOS_PER_SECOND);
    }

    boolean counts(int operation) {
        return operation >= warmUp && operation < count;
    }

    int counted() {
        return count - warmUp;
    }

    private static int operations(double rate, Duration length) {
        return (int) Math.round(rate * length.toNanos() / NANOS_PER_SECOND);
    }
}
