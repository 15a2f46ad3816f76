package com.ceoplatform.deploy.bench.speech;

import java.util.ArrayList;
import java.util.List;

/** Few enough values to keep them all. */
final class Figures {

    private final List<Double> values = new ArrayList<>();

    /** In the unit of the values. */
    record Percentiles(int count, double p50, double p95, double max) {}

    synchronized void add(double value) {
        values.add(value);
    }

    synchronized Percentiles percentiles() {
        List<Double> sorted = values.stream().sorted().toList();
        return new Percentiles(sorted.size(), at(sorted, 0.50), at(sorted, 0.95), at(sorted, 1));
    }

    /** The smallest value that so many are not above. */
    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
