package org.candor.notification.deadline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2028, 2);

    @ParameterizedTest
    @CsvSource({
        // open, late, due, met on, standing
        "true, false, 2028-02-01, , DUE",
        "true, false, 2028-02-29, , DUE",
        "true, false, 2028-01-31, , ",
        "true, false, 2028-03-01, , ",
        "true, true, 2028-02-03, , LATE",
        "true, true, 2027-08-31, , LATE",
        "true, true, 2028-03-01, , LATE",
        "false, false, 2028-02-29, 2028-02-10, DONE",
        "false, false, 2028-02-29, 2028-01-10, DONE",
        "false, false, 2028-02-29, 2028-03-10, DONE",
        "false, false, 2028-01-15, 2028-02-01, DONE",
        "false, false, 2028-01-15, 2028-01-15, ",
        "false, false, 2028-03-15, 2028-03-01, ",
        "false, false, 2028-02-15, , "
    })
    void aDutyHasOnePlaceInAMonthOrNone(boolean open, boolean late, LocalDate due, LocalDate metOn, Standing standing) {
        assertThat(Standing.of(FEBRUARY, open, late, due, metOn)).isEqualTo(Optional.ofNullable(standing));
    }

    @ParameterizedTest
    @CsvSource({
        "true, breach, INDIVIDUAL_NOTICE, LEGAL",
        "true, investigation, COMPLAINT_ANSWER, LEGAL",
        "true, audit, DISPOSAL_DECISION, LEGAL",
        "false, breach, HHS_NOTICE, LEGAL",
        "false, notification, ACCOUNTING_OF_DISCLOSURES, LEGAL",
        "false, notification, SECURITY_REMINDER, PROGRAMME",
        "false, audit, POLICY_REVIEW, PROGRAMME",
        "false, investigation, TRAINING, PROGRAMME",
        "false, '', ANYTHING, LEGAL"
    })
    void whatComesAgainBetweenIncidentsIsADutyOfTheProgramme(
            boolean ofIncident, String service, String kind, Nature nature) {
        assertThat(Nature.of(ofIncident, service, kind)).isEqualTo(nature);
    }
}
