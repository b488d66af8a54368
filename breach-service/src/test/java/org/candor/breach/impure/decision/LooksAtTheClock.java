package org.candor.breach.impure.decision;

import java.time.LocalDate;

/** What the architecture rule must reject. */
public final class LooksAtTheClock {

    private LooksAtTheClock() {}

    public static boolean isOverdue(LocalDate due) {
        return LocalDate.now().isAfter(due);
    }
}
