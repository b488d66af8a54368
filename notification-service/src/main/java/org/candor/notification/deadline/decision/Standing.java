package org.candor.notification.deadline.decision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Where a duty stands on the page of a month. */
public enum Standing {
    /** Its last lawful moment has passed, in whatever month that was. */
    LATE,
    /** Open, in time, and due in the month. */
    DUE,
    /** Done in the month, or due in it and done before or since. */
    DONE;

    /**
     * Nothing where the duty has no place on that page: due in another month, or cancelled.
     *
     * @param late of an open duty, that its last moment has passed
     * @param metOn null while it is not met
     */
    public static Optional<Standing> of(YearMonth month, boolean open, boolean late, LocalDate due, LocalDate metOn) {
        boolean dueInIt = YearMonth.from(due).equals(month);
        if (open) {
            return late ? Optional.of(LATE) : Optional.of(DUE).filter(standing -> dueInIt);
        }
        return Optional.ofNullable(metOn)
                .filter(day -> dueInIt || YearMonth.from(day).equals(month))
                .map(day -> DONE);
    }
}
