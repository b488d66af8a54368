package org.candor.local.bench;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param bench such as {@code bench-intake}
 * @param what the quantity, with its unit
 * @param product median of the product's slices
 * @param raw median of the raw client's slices
 * @param ratio median of the ratios of neighbouring slices, product over raw
 * @param bound what the ratio should be, in words
 * @param holds whether it is
 */
record Measurement(String bench, String what, double product, double raw, double ratio, String bound, boolean holds) {

    static Measurement atLeast(double floor, String bench, String what, Slices slices) {
        return new Measurement(
                bench,
                what,
                slices.product(),
                slices.raw(),
                slices.ratio(),
                "at least " + floor,
                slices.ratio() >= floor);
    }

    static Measurement atMost(double ceiling, String bench, String what, Slices slices) {
        return new Measurement(
                bench,
                what,
                slices.product(),
                slices.raw(),
                slices.ratio(),
                "at most " + ceiling,
                slices.ratio() <= ceiling);
    }

    /** The raw client against itself: what this machine's noise alone does to a ratio. */
    static Measurement nullRun(String bench, String what, Slices slices) {
        boolean quiet = slices.ratio() >= 0.95 && slices.ratio() <= 1.05;
        return new Measurement(
                bench,
                what + ", raw against itself",
                slices.product(),
                slices.raw(),
                slices.ratio(),
                "0.95 to 1.05",
                quiet);
    }

    /** Something that has a bound of its own and no raw counterpart; the ratio is how much of the bound is used. */
    static Measurement within(double bound, String bench, String what, double measured) {
        return new Measurement(bench, what, measured, bound, measured / bound, "at most 1", measured <= bound);
    }

    /** No result, and why. */
    static Measurement failed(String bench, String why) {
        return new Measurement(bench, why, 0, 0, 0, "a result", false);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-14s %-52s %12.2f %12.2f %8.3f  %-14s %s",
                bench,
                what,
                product,
                raw,
                ratio,
                bound,
                holds ? "yes" : "NO");
    }

    static String heading() {
        return String.format(
                "%-14s %-52s %12s %12s %8s  %-14s %s",
                "bench", "quantity", "product", "raw", "ratio", "bound", "holds");
    }
}
