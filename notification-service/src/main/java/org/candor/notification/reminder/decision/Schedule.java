package org.candor.notification.reminder.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a reminder is issued, in local days of the entity. Of days and months one is 0; both are for once.
 *
 * @param everyDays days from one issue to the next
 * @param everyMonths calendar months from one issue to the next, each counted from the first day: six months after 31 August is
 *     28 or 29 February, and the next is 31 August again
 * @param endsOn last day on which it may be issued
 */
public record Schedule(LocalDate startsOn, int everyDays, int everyMonths, LocalDate endsOn) {

    /** Later than any day that is asked for. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The number of the issue that stands on that day, from 1; 0 before the first and after the last day. What was missed is not made up for. */
    public int number(LocalDate day) {
        if (day.isBefore(startsOn) || day.isAfter(endsOn)) {
            return 0;
        }
        if (everyMonths > 0) {
            return byMonths(day);
        }
        return everyDays == 0 ? 1 : Math.toIntExact(ChronoUnit.DAYS.between(startsOn, day) / everyDays) + 1;
    }

    /** The first day of the issue after the one that stands on that day. */
    public LocalDate next(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return startsOn;
        }
        LocalDate next = isOnce() || day.isAfter(endsOn) ? NEVER : first(number(day) + 1);
        return next.isAfter(endsOn) ? NEVER : next;
    }

    private boolean isOnce() {
        return everyDays == 0 && everyMonths == 0;
    }

    /** The first day of the issue with that number. */
    public LocalDate first(int number) {
        return everyMonths > 0
                ? startsOn.plusMonths((number - 1L) * everyMonths)
                : startsOn.plusDays((number - 1L) * everyDays);
    }

    /** Whole months between two days say one too few where the later month is short. */
    private int byMonths(LocalDate day) {
        int number = Math.toIntExact(ChronoUnit.MONTHS.between(startsOn, day) / everyMonths) + 1;
        return first(number + 1).isAfter(day) ? number : number + 1;
    }
}
