package org.candor.intake.reports.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of accepting a report. */
public final class ReportRules {

    /** Policy I.B.1.a: as soon as possible and within 24 hours; hours are elapsed time. */
    private static final Duration REPORT_WITHIN = Duration.ofHours(24);

    /** Clocks of clients may be this much ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private ReportRules() {}

    /** When a report's times cannot be true. */
    public enum Refusal {
        HAPPENED_IN_THE_FUTURE,
        LEARNED_IN_THE_FUTURE,
        LEARNED_BEFORE_IT_HAPPENED
    }

    /** Empty when the times can be true; unknown times always can. */
    public static Optional<Refusal> refuse(Optional<Instant> happenedAt, Optional<Instant> learnedAt, Instant now) {
        if (happenedAt.filter(at -> isFuture(at, now)).isPresent()) {
            return Optional.of(Refusal.HAPPENED_IN_THE_FUTURE);
        }
        if (learnedAt.filter(at -> isFuture(at, now)).isPresent()) {
            return Optional.of(Refusal.LEARNED_IN_THE_FUTURE);
        }
        return happenedAt
                .flatMap(happened -> learnedAt.filter(learned -> learned.isBefore(happened)))
                .map(learned -> Refusal.LEARNED_BEFORE_IT_HAPPENED);
    }

    /** Only workforce is bound to report within 24 hours, and only from when it learned. */
    public static boolean isLate(Relation relation, Optional<Instant> learnedAt, Instant receivedAt) {
        return relation.isWorkforce()
                && learnedAt
                        .filter(at -> Duration.between(at, receivedAt).compareTo(REPORT_WITHIN) > 0)
                        .isPresent();
    }

    private static boolean isFuture(Instant at, Instant now) {
        return at.isAfter(now.plus(CLOCK_SKEW));
    }
}
