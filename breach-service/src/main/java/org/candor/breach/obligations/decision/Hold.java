package org.candor.breach.obligations.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the law-enforcement statements of one breach do to the notices they hold (45 CFR 164.412). */
public final class Hold {

    /** Both days are included. */
    record Interval(LocalDate first, LocalDate last) {}

    private static final Comparator<Interval> BY_FIRST_DAY = Comparator.comparing(Interval::first);

    private final List<Interval> intervals;

    private Hold(List<Interval> intervals) {
        this.intervals = intervals;
    }

    /** The hold of these statements; an oral one reaches {@code oralDays} days. */
    public static Hold of(List<LawEnforcementDelay> delays, int oralDays) {
        List<Interval> intervals = new ArrayList<>();
        for (LawEnforcementDelay delay : delays) {
            if (delay.writtenWithTime()) {
                intervals.add(new Interval(delay.statedOn(), delay.until().get()));
            }
        }
        delays.stream()
                .filter(delay -> !delay.writtenWithTime())
                .map(delay -> limited(delay, oralDays))
                .min(BY_FIRST_DAY.thenComparing(Interval::last, Comparator.reverseOrder()))
                .ifPresent(intervals::add);
        intervals.sort(BY_FIRST_DAY);
        return new Hold(List.copyOf(intervals));
    }

    private static Interval limited(LawEnforcementDelay delay, int oralDays) {
        LocalDate limit = delay.statedOn().plusDays(oralDays);
        return new Interval(
                delay.statedOn(),
                delay.until().filter(until -> until.isBefore(limit)).orElse(limit));
    }

    /** The first day on which a held notice may go again; empty when nothing holds it. */
    public Optional<LocalDate> heldUntil() {
        return intervals.stream().map(Interval::last).max(Comparator.naturalOrder());
    }

    /** The last lawful day of a held notice; a statement made after it does not cure the lateness. */
    public LocalDate due(LocalDate baseDue) {
        LocalDate due = baseDue;
        for (Interval interval : intervals) {
            if (!interval.first().isAfter(due) && interval.last().isAfter(due)) {
                due = interval.last();
            }
        }
        return due;
    }

    /** True when a statement was made only after the notice was due, so that lateness stays. */
    boolean cameTooLateFor(LocalDate due) {
        return intervals.stream().anyMatch(interval -> interval.first().isAfter(due));
    }
}
