package com.ceoplatform.deploy.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.SynchronizedHistogram;

/** Times in a histogram with a resolution of a microsecond and three digits. */
final class Latencies {

    private static final long HIGHEST = TimeUnit.MICROSECONDS.convert(Duration.ofMinutes(10));
    private static final double MICROS_PER_MILLI = 1000;

    private final SynchronizedHistogram micros = new SynchronizedHistogram(HIGHEST, 3);

    /**
     * What HdrHistogram and every user of percentiles wants to know.
     *
     * @param count of the values; the others are in milliseconds
     */
    record Percentiles(long count, double p50, double p95, double p99, double max) {}

    void record(long nanos) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, HIGHEST));
    }

    Percentiles percentiles() {
        return new Percentiles(micros.getTotalCount(), at(50), at(95), at(99), at(100));
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
