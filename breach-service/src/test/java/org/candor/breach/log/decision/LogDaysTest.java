package org.candor.breach.log.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log owes the Secretary, and by when. */
class LogDaysTest {

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 4, 6);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 12, 2);

    @ParameterizedTest(name = "breaches of {0} are reported by {1}")
    @CsvSource({"2019, 2020-02-29", "2021, 2022-03-01", "2025, 2026-03-01", "2026, 2027-03-01", "2027, 2028-02-29"})
    void theAnnualRunIsDueSixtyDaysAfterTheYearsEnd(int year, LocalDate due) {
        assertThat(AnnualRun.due(year)).isEqualTo(due);
    }

    @Test
    void anEstimateThatStandsIsFollowedByAnAddendum() {
        assertThat(report(612).due(612, true, 60)).contains(DISCOVERED.plusDays(60));
    }

    @Test
    void anotherCountIsFollowedByAnAddendum() {
        assertThat(report(612).due(613, false, 60)).contains(DISCOVERED.plusDays(60));
        assertThat(report(612).due(611, true, 30)).contains(DISCOVERED.plusDays(30));
    }

    @Test
    void theCountThatWasReportedNeedsNone() {
        assertThat(report(612).due(612, false, 60)).isEmpty();
    }

    @Test
    void fewerThanFiveHundredAreReportedAfterTheYear() {
        assertThat(EarlierReport.of(DISCOVERED, 499, DISCOVERED))
                .isEqualTo(new EarlierReport("ANNUAL_LOG", LocalDate.of(2027, 3, 1)));
    }

    @Test
    void fiveHundredAreReportedWithTheFirstLetterAndByDaySixty() {
        assertThat(EarlierReport.of(DISCOVERED, 500, null))
                .isEqualTo(new EarlierReport("CONTEMPORANEOUS", DISCOVERED.plusDays(60)));
        assertThat(EarlierReport.of(DISCOVERED, 500, DISCOVERED.plusDays(18)).due())
                .isEqualTo(DISCOVERED.plusDays(18));
        assertThat(EarlierReport.of(DISCOVERED, 500, DISCOVERED.plusDays(61)).due())
                .isEqualTo(DISCOVERED.plusDays(60));
    }

    @Test
    void anEarlierBreachMayBeOfOnePieceToTheDay() {
        assertThat(EarlierReport.faults(DISCOVERED, 5, 5, DISCOVERED, DISCOVERED, true, TOMORROW))
                .isEmpty();
        LocalDate first = LocalDate.of(2009, 9, 23);
        assertThat(EarlierReport.faults(first, 5, 0, null, null, false, TOMORROW))
                .isEmpty();
        LocalDate today = TOMORROW.minusDays(1);
        assertThat(EarlierReport.faults(today, 5, 0, today, today, false, TOMORROW))
                .isEmpty();
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(fields(LocalDate.of(2009, 9, 22), 5, 0, null, null, false)).containsExactly("discoveredOn");
        assertThat(fields(TOMORROW, 5, 0, null, null, false)).containsExactly("discoveredOn");
        assertThat(fields(DISCOVERED, 5, 6, null, null, false)).containsExactly("part2Records");
        assertThat(fields(DISCOVERED, 5, 0, DISCOVERED.minusDays(1), null, false))
                .containsExactly("toldOn");
        assertThat(fields(DISCOVERED, 5, 0, TOMORROW, null, false)).containsExactly("toldOn");
        assertThat(fields(DISCOVERED, 5, 0, null, DISCOVERED.minusDays(1), true))
                .containsExactly("reportedOn");
        assertThat(fields(DISCOVERED, 5, 0, null, null, true)).containsExactly("trackingNumber");
    }

    private static List<String> fields(
            LocalDate discovered, long people, long part2, LocalDate told, LocalDate reported, boolean numbered) {
        List<EarlierReport.Fault> faults =
                EarlierReport.faults(discovered, people, part2, told, reported, numbered, TOMORROW);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.says()).isNotBlank());
        return faults.stream().map(EarlierReport.Fault::field).toList();
    }

    private static Addendum report(long people) {
        return new Addendum(people, DISCOVERED);
    }
}
