package org.candor.intake.exceptions.decision;

import java.time.LocalDate;

/**
 * Who was let through beside the rules, and who reads restricted cases, is looked at every six months (S2 (E)(4)(c); 45 CFR
 * 164.308(a)(4)(ii)(C)).
 */
public final class AccessReview {

    private static final int MONTHS = 6;

    private AccessReview() {}

    /** Six calendar months after the day of the last one; where that month is shorter, its last day. */
    public static LocalDate nextAfter(LocalDate day) {
        return day.plusMonths(MONTHS);
    }

    /** What came of a review. */
    public enum Outcome {
        NOTHING_TO_CHANGE,
        /** Roles, grants, teams or settings were changed. */
        CHANGED
    }
}
