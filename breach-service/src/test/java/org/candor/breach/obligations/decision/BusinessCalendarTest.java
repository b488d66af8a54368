package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 5 U.S.C. 6103(a) and (b). */
class BusinessCalendarTest {

    @Test
    void keepsElevenHolidaysInACommonYear() {
        assertThat(holidaysOf(2026))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 2, 16),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 6, 19),
                        LocalDate.of(2026, 7, 3),
                        LocalDate.of(2026, 9, 7),
                        LocalDate.of(2026, 10, 12),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void keepsNextNewYearsDayInTheOldYearWhenItIsASaturday() {
        assertThat(holidaysOf(2027))
                .contains(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 24), LocalDate.of(2027, 7, 5))
                .hasSize(12);
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2028, 1, 3))).isTrue();
    }

    @ParameterizedTest(name = "{0} is a holiday on its observed day")
    @ValueSource(
            strings = {
                "2021-06-18",
                "2022-06-20",
                "2023-01-02",
                "2024-05-27",
                "2025-01-20",
                "2025-02-17",
                "2028-11-10",
                "2028-11-23",
                "2024-11-28",
                "2030-05-27",
                "2023-05-29",
                "2029-09-03",
                "2024-10-14",
                "2031-02-17",
                "2020-06-19",
                "2018-06-19"
            })
    void observes(LocalDate day) {
        assertThat(BusinessCalendar.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest(name = "{0} is a business day")
    @ValueSource(
            strings = {
                "2026-01-12",
                "2026-01-26",
                "2026-02-09",
                "2026-02-23",
                "2026-05-18",
                "2026-08-31",
                "2026-09-14",
                "2026-10-05",
                "2026-10-19",
                "2026-11-19",
                "2026-03-16",
                "2026-12-24",
                "2025-01-09",
                "2026-12-31",
                "2026-07-06",
                "2025-05-22",
                "2025-10-09",
                "2027-11-18",
                "2026-04-03"
            })
    void isBusinessDay(LocalDate day) {
        assertThat(BusinessCalendar.isBusinessDay(day)).isTrue();
    }

    @ParameterizedTest(name = "{1} business days after {0} is {2}")
    @CsvSource({
        "2026-07-01, 5, 2026-07-09",
        "2026-05-20, 5, 2026-05-28",
        "2026-05-22, 1, 2026-05-26",
        "2026-05-23, 1, 2026-05-26",
        "2026-05-25, 1, 2026-05-26",
        "2026-05-23, 0, 2026-05-23",
        "2027-12-30, 1, 2028-01-03",
        "2026-11-24, 14, 2026-12-15",
        "2018-06-18, 5, 2018-06-26"
    })
    void counts(LocalDate anchor, int days, LocalDate expected) {
        assertThat(BusinessCalendar.plus(anchor, days)).isEqualTo(expected);
    }

    private static List<LocalDate> holidaysOf(int year) {
        return Stream.iterate(LocalDate.of(year, 1, 1), day -> day.getYear() == year, day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !BusinessCalendar.isBusinessDay(day))
                .toList();
    }
}
