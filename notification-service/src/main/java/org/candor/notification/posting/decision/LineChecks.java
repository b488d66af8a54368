package org.candor.notification.posting.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When somebody must call the toll-free number to see that it answers. The rule asks for an active number for at least 90
 * days (45 CFR 164.404(d)(2)(ii)); the rhythm is ours.
 */
public final class LineChecks {

    private static final int DAYS_BETWEEN = 30;

    private LineChecks() {}

    /** The day after the number went live. */
    public static LocalDate first(LocalDate activeFrom) {
        return activeFrom.plusDays(1);
    }

    /** The next one, the last of them on the last day; empty when the line has stood its time. */
    public static Optional<LocalDate> after(LocalDate checkedOn, LocalDate through) {
        LocalDate next = checkedOn.plusDays(DAYS_BETWEEN);
        return checkedOn.isBefore(through) ? Optional.of(next.isAfter(through) ? through : next) : Optional.empty();
    }
}
