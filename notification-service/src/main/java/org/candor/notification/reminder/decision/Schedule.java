package org.candor.notification.reminder.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a reminder is issued, in local days of the entity.
 *
 * @param everyDays days from one issue to the next; 0 for once
 * @param endsOn last day on which it may be issued
 */
public record Schedule(LocalDate startsOn, int everyDays, LocalDate endsOn) {

    /** Later than any day that is asked for. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The number of the issue that stands on that day, from 1; 0 before the first and after the last day. What was missed is not made up for. */
    public int number(LocalDate day) {
        if (day.isBefore(startsOn) || day.isAfter(endsOn)) {
            return 0;
        }
        return everyDays == 0 ? 1 : Math.toIntExact(ChronoUnit.DAYS.between(startsOn, day) / everyDays) + 1;
    }

    /** The first day of the issue after the one that stands on that day. */
    public LocalDate next(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return startsOn;
        }
        LocalDate next =
                everyDays == 0 || day.isAfter(endsOn) ? NEVER : startsOn.plusDays((long) number(day) * everyDays);
        return next.isAfter(endsOn) ? NEVER : next;
    }
}
