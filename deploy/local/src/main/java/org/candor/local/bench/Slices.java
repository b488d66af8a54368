package org.candor.local.bench;

import java.util.ArrayList;
import java.util.List;

/** The values of interleaved slices: product, raw, product, raw … */
final class Slices {

    /** Measures one slice. */
    @FunctionalInterface
    interface Slice {
        double measure() throws Exception;
    }

    private final List<Double> products = new ArrayList<>();
    private final List<Double> raws = new ArrayList<>();

    private Slices() {}

    /** Measures {@code rounds} pairs after one that warms up and is thrown away. */
    static Slices interleaved(int rounds, Slice product, Slice raw) throws Exception {
        product.measure();
        raw.measure();
        Slices slices = new Slices();
        for (int round = 0; round < rounds; round++) {
            // Who goes first changes, so that neither always profits from what the other has warmed.
            if (round % 2 == 0) {
                slices.products.add(product.measure());
                slices.raws.add(raw.measure());
            } else {
                double rawFirst = raw.measure();
                slices.products.add(product.measure());
                slices.raws.add(rawFirst);
            }
        }
        return slices;
    }

    /** Pairs that were measured elsewhere. */
    static Slices of(List<Double> products, List<Double> raws) {
        Slices slices = new Slices();
        slices.products.addAll(products);
        slices.raws.addAll(raws);
        return slices;
    }

    double product() {
        return median(products);
    }

    double raw() {
        return median(raws);
    }

    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            ratios.add(products.get(i) / raws.get(i));
        }
        return median(ratios);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
