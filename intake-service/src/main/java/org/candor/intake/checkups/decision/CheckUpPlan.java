package org.candor.intake.checkups.decision;

import java.time.LocalDate;
import java.util.List;
import org.candor.events.ReportKind;

/**
 * The days on which whoever reported is asked.
 *
 * @param daysAfter receipt, ascending
 */
public record CheckUpPlan(List<Integer> daysAfter) {

    /** One question; {@code number} counts up from 1. */
    public record Planned(long number, long daysAfter, LocalDate dueOn) {}

    public CheckUpPlan {
        daysAfter = daysAfter.stream().sorted().distinct().toList();
        if (daysAfter.stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("check-ups come at least a day after receipt");
        }
    }

    /**
     * Workforce may fear its employer, and who complains or tells of retaliation may fear the entity. All others have nothing
     * that the entity could take from them for a report.
     */
    public static boolean protects(ReportKind kind, boolean byWorkforce) {
        return byWorkforce || kind == ReportKind.COMPLAINT || kind == ReportKind.RETALIATION;
    }

    /** Calendar days after the day of receipt; none is moved off a weekend. */
    public List<Planned> from(LocalDate receivedOn) {
        return daysAfter.stream()
                .map(days -> new Planned(daysAfter.indexOf(days) + 1L, days, receivedOn.plusDays(days)))
                .toList();
    }
}
