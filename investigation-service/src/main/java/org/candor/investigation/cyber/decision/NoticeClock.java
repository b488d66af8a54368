package org.candor.investigation.cyber.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The 60 calendar days of 45 CFR 164.404(b), shown beside the order of policy II.B. Breach-service decides the day; until
 * it has, the report's own knowledge is taken, which is never later.
 *
 * @param determined true when {@code from} is breach-service's discovery day
 * @param lastDay the outer limit; notice is due without unreasonable delay
 * @param daysLeft negative when it has passed
 */
public record NoticeClock(LocalDate from, boolean determined, LocalDate lastDay, long daysLeft) {

    private static final int DAYS = 60;

    public static NoticeClock of(LocalDate from, boolean determined, LocalDate today) {
        LocalDate lastDay = from.plusDays(DAYS);
        return new NoticeClock(from, determined, lastDay, ChronoUnit.DAYS.between(today, lastDay));
    }
}
