package org.candor.audit.trail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has come of a producer's numbers on one topic. Each producer numbers 1, 2, 3 … without gaps, so that an event which
 * never reached the trail can be seen; partitions may deliver a little out of order, so a number is missed only after a while.
 *
 * @param highest the highest number so far; 0 before the first
 * @param missing ranges below it that have not come, ascending
 */
public record ProducerSequence(long highest, List<Missing> missing) {

    /** Nothing has come yet. */
    public static final ProducerSequence NEW = new ProducerSequence(0, List.of());

    /** Numbers that were jumped over, both ends included, and when that was noticed. */
    public record Missing(long first, long last, Instant noticedAt) {

        public long count() {
            return last - first + 1;
        }

        private boolean holds(long number) {
            return first <= number && number <= last;
        }
    }

    public ProducerSequence {
        missing = List.copyOf(missing);
    }

    /** The state after one more number; numbers below 1 are not counted, for they were never given. */
    public ProducerSequence with(long number, Instant now) {
        if (number < 1) {
            return this;
        }
        return number > highest ? jumpedTo(number, now) : filled(number);
    }

    /** Ranges that have been missing for at least that long: an alarm. */
    public List<Missing> missedFor(Duration grace, Instant now) {
        return missing.stream()
                .filter(range -> !range.noticedAt().plus(grace).isAfter(now))
                .toList();
    }

    private ProducerSequence jumpedTo(long number, Instant now) {
        List<Missing> ranges = new ArrayList<>(missing);
        if (number > highest + 1) {
            ranges.add(new Missing(highest + 1, number - 1, now));
        }
        return new ProducerSequence(number, ranges);
    }

    private ProducerSequence filled(long number) {
        List<Missing> ranges = new ArrayList<>();
        for (Missing range : missing) {
            if (!range.holds(number)) {
                ranges.add(range);
                continue;
            }
            if (range.first() < number) {
                ranges.add(new Missing(range.first(), number - 1, range.noticedAt()));
            }
            if (number < range.last()) {
                ranges.add(new Missing(number + 1, range.last(), range.noticedAt()));
            }
        }
        return new ProducerSequence(highest, ranges);
    }
}
