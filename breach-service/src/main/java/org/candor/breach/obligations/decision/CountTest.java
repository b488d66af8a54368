package org.candor.breach.obligations.decision;

import java.util.List;

/** A test of how many people are affected; all bounds must hold. */
public record CountTest(CountBase base, List<Bound> bounds) {

    /** No count matters. */
    public static final CountTest ANY = new CountTest(CountBase.NONE, List.of());

    public CountTest {
        bounds = List.copyOf(bounds);
    }

    boolean holds(long count) {
        for (Bound bound : bounds) {
            if (!bound.holds(count)) {
                return false;
            }
        }
        return true;
    }

    /** True when no count can meet both tests. */
    boolean excludes(CountTest other) {
        return base == other.base && (least() > other.most() || other.least() > most());
    }

    private long least() {
        long least = 0;
        for (Bound bound : bounds) {
            least = switch (bound.comparator()) {
                case AT_LEAST -> Math.max(least, bound.threshold());
                case MORE_THAN -> Math.max(least, bound.threshold() + 1);
                case FEWER_THAN -> least;
            };
        }
        return least;
    }

    private long most() {
        long most = Long.MAX_VALUE;
        for (Bound bound : bounds) {
            if (bound.comparator() == Comparator.FEWER_THAN) {
                most = Math.min(most, bound.threshold() - 1);
            }
        }
        return most;
    }

    /** Which count a test looks at. */
    public enum CountBase {
        NONE,
        TOTAL,
        RESIDENTS,
        PART2_RECORDS,
        UNDELIVERABLE_LIVING
    }

    /** Thresholds of law differ by this one word. */
    public enum Comparator {
        AT_LEAST("at least") {
            @Override
            boolean holds(long count, long threshold) {
                return count >= threshold;
            }
        },
        MORE_THAN("more than") {
            @Override
            boolean holds(long count, long threshold) {
                return count > threshold;
            }
        },
        FEWER_THAN("fewer than") {
            @Override
            boolean holds(long count, long threshold) {
                return count < threshold;
            }
        };

        private final String words;

        Comparator(String words) {
            this.words = words;
        }

        abstract boolean holds(long count, long threshold);

        String words() {
            return words;
        }
    }

    /** One comparison with a number. */
    public record Bound(Comparator comparator, long threshold) {
        boolean holds(long count) {
            return comparator.holds(count, threshold);
        }
    }
}
