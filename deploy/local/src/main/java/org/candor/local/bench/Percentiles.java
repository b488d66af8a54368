package org.candor.local.bench;

import java.util.List;

/** Median and 99th percentile, in milliseconds. */
record Percentiles(double p50, double p99) {

    static Percentiles of(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Percentiles(at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
