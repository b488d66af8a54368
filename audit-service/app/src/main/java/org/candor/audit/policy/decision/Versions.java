package org.candor.audit.policy.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.candor.audit.retention.decision.RetentionRule;

/**
 * The versions of one policy in the order of their numbers.
 *
 * @param withdrawnOn the day from which none is in effect any more; empty while the policy stands
 */
public record Versions(List<Version> all, Optional<LocalDate> withdrawnOn) {

    /** One version: the day on which it was written, and the day from which it holds. */
    public record Version(int number, LocalDate writtenOn, LocalDate effectiveOn) {}

    public Versions {
        all = all.stream().sorted(Comparator.comparing(Version::number)).toList();
    }

    /** A later version may not begin before an earlier one: what was in effect on a past day must stay so. */
    public boolean mayFollow(LocalDate effectiveOn) {
        return withdrawnOn.isEmpty()
                && all.stream().noneMatch(version -> version.effectiveOn().isAfter(effectiveOn));
    }

    /** The number that is in effect on that day; empty before the first and after the withdrawal. */
    public Optional<Integer> inEffect(LocalDate day) {
        boolean gone = withdrawnOn.filter(end -> !day.isBefore(end)).isPresent();
        return all.stream()
                .filter(version -> !gone && !version.effectiveOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Version::number);
    }

    /** The last day on which that version is in effect; empty while nothing ends it. One replaced on its first day had none. */
    public Optional<LocalDate> lastInEffect(int number) {
        return all.stream()
                .filter(version -> version.number() == number + 1)
                .findFirst()
                .map(Version::effectiveOn)
                .or(() -> withdrawnOn)
                .map(end -> end.minusDays(1));
    }

    /**
     * Through which day a version is kept: six years or longer from its creation or from when it last was in effect, whichever
     * is later (45 CFR 164.316(b)(2)(i), 164.530(j)(2)). Empty while it is in effect or will be.
     */
    public Optional<LocalDate> keepThrough(int number, RetentionRule rule) {
        LocalDate written = all.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow()
                .writtenOn();
        return lastInEffect(number).map(last -> rule.keepThrough(last.isAfter(written) ? last : written));
    }
}
