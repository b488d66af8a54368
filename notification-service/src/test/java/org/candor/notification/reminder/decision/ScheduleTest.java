package org.candor.notification.reminder.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final LocalDate FAR = LocalDate.of(2040, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // start, days, months, day, number, next
        "2026-08-31, 0, 6, 2026-08-30, 0, 2026-08-31",
        "2026-08-31, 0, 6, 2026-08-31, 1, 2027-02-28",
        "2026-08-31, 0, 6, 2027-02-27, 1, 2027-02-28",
        "2026-08-31, 0, 6, 2027-02-28, 2, 2027-08-31",
        "2026-08-31, 0, 6, 2027-08-30, 2, 2027-08-31",
        "2026-08-31, 0, 6, 2027-08-31, 3, 2028-02-29",
        "2026-08-31, 0, 6, 2028-02-28, 3, 2028-02-29",
        "2026-08-31, 0, 6, 2028-02-29, 4, 2028-08-31",
        "2028-02-29, 0, 12, 2029-02-28, 2, 2030-02-28",
        "2026-01-31, 0, 1, 2026-02-28, 2, 2026-03-31",
        "2026-01-31, 0, 1, 2026-03-30, 2, 2026-03-31",
        "2026-01-31, 0, 1, 2026-04-30, 4, 2026-05-31",
        "2026-11-01, 90, 0, 2026-11-01, 1, 2027-01-30",
        "2026-11-01, 90, 0, 2027-01-29, 1, 2027-01-30",
        "2026-11-01, 90, 0, 2027-01-30, 2, 2027-04-30"
    })
    void countsFromTheFirstDay(LocalDate start, int days, int months, LocalDate day, int number, LocalDate next) {
        Schedule schedule = new Schedule(start, days, months, FAR);

        assertThat(schedule.number(day)).isEqualTo(number);
        assertThat(schedule.next(day)).isEqualTo(next);
    }

    @Test
    void onceIsOnceAndTheLastDayIsTheLast() {
        LocalDate start = LocalDate.of(2026, 12, 1);
        Schedule once = new Schedule(start, 0, 0, FAR);
        assertThat(once.number(start.plusDays(40))).isEqualTo(1);
        assertThat(once.next(start)).isEqualTo(Schedule.NEVER);

        Schedule monthly = new Schedule(start, 0, 1, LocalDate.of(2026, 12, 31));
        assertThat(monthly.number(LocalDate.of(2027, 1, 1))).isZero();
        assertThat(monthly.next(start)).isEqualTo(Schedule.NEVER);
    }
}
