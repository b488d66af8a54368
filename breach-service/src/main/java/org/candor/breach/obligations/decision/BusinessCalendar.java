package org.candor.breach.obligations.decision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/**
 * Monday to Friday without the eleven federal holidays of 5 U.S.C. 6103(a), each on the day on which it is observed. The list is
 * that of the law as it stands, for every year: Juneteenth also counts before 2021.
 */
public final class BusinessCalendar {

    private BusinessCalendar() {}

    /** The day that lies {@code days} business days after {@code anchor}; the anchor is day 0, whatever day it is. */
    public static LocalDate plus(LocalDate anchor, int days) {
        LocalDate day = anchor;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** False on Saturdays, Sundays and observed federal holidays. */
    public static boolean isBusinessDay(LocalDate day) {
        return !isWeekend(day) && !isObservedHoliday(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** 5 U.S.C. 6103(b): a holiday on a Saturday is kept on the Friday before; Executive Order 11582: Sunday, Monday. */
    private static boolean isObservedHoliday(LocalDate day) {
        return isHoliday(day)
                || day.getDayOfWeek() == DayOfWeek.FRIDAY && isHoliday(day.plusDays(1))
                || day.getDayOfWeek() == DayOfWeek.MONDAY && isHoliday(day.minusDays(1));
    }

    private static boolean isHoliday(LocalDate day) {
        return isFixedHoliday(day) || isMovingHoliday(day);
    }

    private static boolean isFixedHoliday(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1;
            case JUNE -> day.getDayOfMonth() == 19;
            case JULY -> day.getDayOfMonth() == 4;
            case NOVEMBER -> day.getDayOfMonth() == 11;
            case DECEMBER -> day.getDayOfMonth() == 25;
            default -> false;
        };
    }

    /** Birthday of Martin Luther King, Washington's Birthday, Memorial, Labor, Columbus and Thanksgiving Day. */
    private static boolean isMovingHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
            return day.getMonth() == Month.NOVEMBER && weekOfMonth(day) == 4;
        }
        return day.getDayOfWeek() == DayOfWeek.MONDAY
                && switch (day.getMonth()) {
                    case JANUARY, FEBRUARY -> weekOfMonth(day) == 3;
                    case MAY -> day.getDayOfMonth() > 24;
                    case SEPTEMBER -> weekOfMonth(day) == 1;
                    case OCTOBER -> weekOfMonth(day) == 2;
                    default -> false;
                };
    }

    /** 1 for the first day of that name in the month, 2 for the second, and so on. */
    private static int weekOfMonth(LocalDate day) {
        return (day.getDayOfMonth() - 1) / 7 + 1;
    }
}
