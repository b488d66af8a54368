package org.candor.local.bench;

/** A service runs for weeks and its compiler needs minutes; what is measured is the state after them. */
final class WarmUp {

    private static final int MOST_SLICES = 60;

    /** The compiler works in bouts: on two processors the rate of reports stood for six slices, and then doubled once more. */
    private static final int SLICES_WITHOUT_GAIN = 8;

    private static final double GAIN = 1.03;

    private WarmUp() {}

    /** Measures slices, and says so, until some in a row were no faster. */
    static void with(Slices.Slice slice) throws Exception {
        double best = 0;
        for (int number = 0, sinceBest = 0; number < MOST_SLICES && sinceBest < SLICES_WITHOUT_GAIN; number++) {
            double rate = slice.measure();
            System.out.printf("# warming up: %.0f a second%n", rate);
            sinceBest++;
            if (rate > best * GAIN) {
                best = rate;
                sinceBest = 0;
            }
        }
    }
}
