package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Counts;
import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one scenario.
 *
 * @param pace null when nothing was sent
 * @param errors by status, or by what happened instead of an answer
 * @param milliseconds rows of percentiles by name
 */
record Outcome(
        String scenario,
        int receivers,
        @Nullable Pace pace,
        Counts counts,
        Map<String, Integer> errors,
        Map<String, Percentiles> milliseconds,
        Usage usage) {

    /**
     * How well the schedule was kept; rates are operations per second, lag is in milliseconds.
     *
     * @param behind whether the client itself was too slow for its figures to be trusted
     */
    record Pace(double rate, double seconds, long sent, double achievedRate, Percentiles lag, boolean behind) {

        private static final double LATE = 10;
        private static final double SLOW = 0.98;

        static Pace of(double rate, double seconds, long sent, double achievedRate, Percentiles lag) {
            boolean behind = lag.p99() > LATE || achievedRate < rate * SLOW;
            return new Pace(rate, seconds, sent, achievedRate, lag, behind);
        }
    }
}
