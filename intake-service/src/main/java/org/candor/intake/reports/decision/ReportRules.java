package org.candor.intake.reports.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.candor.events.ReportKind;

/** The rules of accepting a report. */
public final class ReportRules {

    /** Policy I.B.1.a: as soon as possible and within 24 hours; hours are elapsed time. */
    private static final Duration REPORT_WITHIN = Duration.ofHours(24);

    /** Policy I.G.1; calendar days, the day of receipt not counted. */
    private static final int DAYS_TO_ANSWER = 30;

    /** Clocks of clients may be this much ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private ReportRules() {}

    /** When a report's times cannot be true. */
    public enum Refusal {
        HAPPENED_IN_THE_FUTURE,
        LEARNED_IN_THE_FUTURE,
        LEARNED_BEFORE_IT_HAPPENED,
        DISCOVERED_IN_THE_FUTURE,
        DISCOVERED_BEFORE_IT_HAPPENED
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

    /** The clock of whoever reports may run ahead a little; what he says happened just now has happened by when it is received. */
    public static Instant byReceipt(Instant said, Instant receivedAt) {
        return said.isAfter(receivedAt) ? receivedAt : said;
    }

    /** Only workforce is bound to report within 24 hours, and only from when it learned. */
    public static boolean isLate(Relation relation, Optional<Instant> learnedAt, Instant receivedAt) {
        return relation.isWorkforce()
                && learnedAt
                        .filter(at -> Duration.between(at, receivedAt).compareTo(REPORT_WITHIN) > 0)
                        .isPresent();
    }

    /** How long after its 24 hours a late report came. */
    public static Duration lateBy(Instant learnedAt, Instant receivedAt) {
        return Duration.between(learnedAt, receivedAt).minus(REPORT_WITHIN);
    }

    /** The last day to answer, in the entity's zone; only a complaint has one. */
    public static Optional<LocalDate> answerDueOn(ReportKind kind, Instant receivedAt, ZoneId zone) {
        return kind == ReportKind.COMPLAINT
                ? Optional.of(LocalDate.ofInstant(receivedAt, zone).plusDays(DAYS_TO_ANSWER))
                : Optional.empty();
    }

    /** When the day on which a business associate discovered it cannot be true; days are the entity's. */
    public static Optional<Refusal> refuseDiscovery(
            LocalDate discoveredOn, Optional<Instant> happenedAt, Instant now, ZoneId zone) {
        if (discoveredOn.isAfter(LocalDate.ofInstant(now.plus(CLOCK_SKEW), zone))) {
            return Optional.of(Refusal.DISCOVERED_IN_THE_FUTURE);
        }
        return happenedAt
                .filter(at -> discoveredOn.isBefore(LocalDate.ofInstant(at, zone)))
                .map(at -> Refusal.DISCOVERED_BEFORE_IT_HAPPENED);
    }

    private static boolean isFuture(Instant at, Instant now) {
        return at.isAfter(now.plus(CLOCK_SKEW));
    }
}
