package org.candor.breach.log.decision;

import java.time.LocalDate;

/** The reports of one year's breaches of fewer than 500 people (45 CFR 164.408(c)). */
public final class AnnualRun {

    private static final int DAYS_AFTER_YEAR = 60;

    private AnnualRun() {}

    /** Sixty days after the year's end: 1 March, and 29 February where the year of filing is a leap year. No roll. */
    public static LocalDate due(int year) {
        return LocalDate.of(year, 12, 31).plusDays(DAYS_AFTER_YEAR);
    }
}
