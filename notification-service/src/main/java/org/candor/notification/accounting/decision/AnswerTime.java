package org.candor.notification.accounting.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time for one answer (45 CFR 164.528(c)(1)).
 *
 * @param dueOn last lawful day
 */
public record AnswerTime(LocalDate receivedOn, LocalDate dueOn) {

    private static final int DAYS = 60;
    private static final int ONE_EXTENSION = 30;
    private static final int YEARS = 6;

    /** No later than 60 days after receipt. */
    public static AnswerTime of(LocalDate receivedOn) {
        return new AnswerTime(receivedOn, receivedOn.plusDays(DAYS));
    }

    public boolean extended() {
        return dueOn.isAfter(receivedOn.plusDays(DAYS));
    }

    /** By no more than 30 days, once, and told within the first 60 (164.528(c)(1)(ii)); empty when it is too late for that. */
    public Optional<AnswerTime> extended(LocalDate today) {
        return extended() || today.isAfter(dueOn)
                ? Optional.empty()
                : Optional.of(new AnswerTime(receivedOn, dueOn.plusDays(ONE_EXTENSION)));
    }

    /**
     * The last day for what was left out: a right that is suspended for a time is owed when that is over, and not before the
     * answer itself (164.528(a)(2)). Where nothing holds it any more the day is not put off again.
     *
     * @param heldUntil first day on which it may be told; empty where nothing holds it
     * @param before the day that was set so far
     */
    public LocalDate completeBy(Optional<LocalDate> heldUntil, LocalDate today, LocalDate before) {
        return heldUntil.map(this::notBeforeDue).orElseGet(() -> {
            LocalDate now = notBeforeDue(today);
            return now.isBefore(before) ? now : before;
        });
    }

    private LocalDate notBeforeDue(LocalDate day) {
        return day.isBefore(dueOn) ? dueOn : day;
    }

    /** Disclosures in the six years before the request (164.528(a)(1)). */
    public LocalDate coversFrom() {
        return receivedOn.minusYears(YEARS);
    }

    public boolean covers(LocalDate disclosedOn) {
        return !disclosedOn.isBefore(coversFrom()) && !disclosedOn.isAfter(receivedOn);
    }

    public long daysLate(LocalDate answeredOn) {
        return Math.max(0, ChronoUnit.DAYS.between(dueOn, answeredOn));
    }
}
