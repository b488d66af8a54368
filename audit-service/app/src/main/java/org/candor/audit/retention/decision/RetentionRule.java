package org.candor.audit.retention.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long records are kept after what they record was concluded.
 *
 * @param id stands in the reason of every date it makes
 * @param citation section of the law
 * @param keptFor counted from the conclusion; longer by configuration where another law asks for it, never shorter
 */
public record RetentionRule(String id, String citation, Period keptFor) {

    /** Six years from creation or from when it was last in effect, whichever is later. */
    public static final RetentionRule HIPAA =
            new RetentionRule("HIPAA-SIX-YEARS", "45 CFR 164.316(b)(2)(i), 164.530(j)(2)", Period.ofYears(6));

    /** The last day on which nothing may be disposed of. 29 February becomes 1 March: never early. */
    public LocalDate keepThrough(LocalDate concludedOn) {
        LocalDate day = concludedOn.plus(keptFor);
        boolean shortened = day.getDayOfMonth() < concludedOn.getDayOfMonth() && keptFor.getDays() == 0;
        return shortened ? day.plusDays(1) : day;
    }

    /** As {@link #keepThrough}; empty for what is still in effect and counts from no day yet. */
    public Optional<LocalDate> retainUntil(LocalDate countedFrom) {
        return Optional.ofNullable(countedFrom).map(this::keepThrough);
    }

    /** The latest day from which it may count for something to go after that day. */
    public LocalDate latestDue(LocalDate day) {
        LocalDate from = day.minus(keptFor).plusDays(1);
        while (keepThrough(from).isAfter(day)) {
            from = from.minusDays(1);
        }
        return from;
    }

    /** This rule with another period; throws IllegalArgumentException when that is shorter than the law's. */
    public RetentionRule longer(Period period) {
        LocalDate someDay = LocalDate.EPOCH;
        if (someDay.plus(period).isBefore(someDay.plus(HIPAA.keptFor))) {
            throw new IllegalArgumentException("Records are kept for " + HIPAA.keptFor + " or longer, not " + period);
        }
        return new RetentionRule(id, citation, period);
    }
}
