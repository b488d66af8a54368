package org.candor.audit.retention.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import org.candor.audit.retention.decision.IncidentRetention.Decision;
import org.candor.audit.retention.decision.IncidentRetention.Kept;
import org.junit.jupiter.api.Test;

/** N-11, X-16: six years after the conclusion, the latest of what is known, never early. */
class IncidentRetentionTest {

    private static final RetentionRule RULE = RetentionRule.HIPAA;
    private static final LocalDate CLOSED = LocalDate.parse("2026-11-21");
    private static final LocalDate POSTED_UNTIL = LocalDate.parse("2027-02-20");

    @Test
    void keepsForSixYearsAfterTheConclusion() {
        Kept kept = IncidentRetention.OPEN.caseClosed(CLOSED, RULE).kept().orElseThrow();
        assertThat(kept.concludedOn()).isEqualTo(CLOSED);
        assertThat(kept.keepThrough()).isEqualTo("2032-11-21");
        assertThat(kept.reason())
                .isEqualTo("HIPAA-SIX-YEARS (45 CFR 164.316(b)(2)(i), 164.530(j)(2)): kept for 6 years after the"
                        + " investigation was concluded on 2026-11-21");
    }

    @Test
    void turnsTheLeapDayIntoTheFirstOfMarch() {
        assertThat(RULE.keepThrough(LocalDate.parse("2028-02-29"))).isEqualTo("2034-03-01");
        assertThat(RULE.keepThrough(LocalDate.parse("2028-02-28"))).isEqualTo("2034-02-28");
        assertThat(RULE.longer(Period.ofYears(8)).keepThrough(LocalDate.parse("2028-02-29")))
                .isEqualTo("2036-02-29");
    }

    @Test
    void isNeverEarly() {
        for (LocalDate day = LocalDate.parse("2024-01-01"); day.getYear() < 2032; day = day.plusDays(1)) {
            LocalDate through = RULE.keepThrough(day);
            assertThat(Period.between(day, through).toTotalMonths()).isGreaterThanOrEqualTo(72);
            assertThat(through.minusYears(6)).isBetween(day, day.plusDays(1));
        }
    }

    @Test
    void mayBeLongerAndNotShorter() {
        assertThat(RULE.longer(Period.ofYears(7)).keepThrough(CLOSED)).isEqualTo("2033-11-21");
        assertThatIllegalArgumentException().isThrownBy(() -> RULE.longer(Period.ofYears(5)));
    }

    @Test
    void saysThatALaterDayWillFollowWhileNoticesRun() {
        Kept kept = IncidentRetention.OPEN
                .campaignOpened()
                .next()
                .caseClosed(CLOSED, RULE)
                .kept()
                .orElseThrow();
        assertThat(kept.keepThrough()).isEqualTo("2032-11-21");
        assertThat(kept.reason()).endsWith("; notices still run, so a later day will follow");
    }

    @Test
    void takesTheLaterOfClosingAndCampaign() {
        Decision closed = IncidentRetention.OPEN.campaignOpened().next().caseClosed(CLOSED, RULE);
        Kept kept = closed.next().campaignCompleted(POSTED_UNTIL, RULE).kept().orElseThrow();
        assertThat(kept.keepThrough()).isEqualTo("2033-02-20");
        assertThat(kept.reason()).contains("after the notices were completed on 2027-02-20");
    }

    @Test
    void waitsForTheCaseWhenTheCampaignEndsFirst() {
        Decision completed =
                IncidentRetention.OPEN.campaignOpened().next().campaignCompleted(CLOSED.minusDays(9), RULE);
        assertThat(completed.kept()).isEmpty();
        assertThat(completed
                        .next()
                        .caseClosed(CLOSED, RULE)
                        .kept()
                        .orElseThrow()
                        .concludedOn())
                .isEqualTo(CLOSED);
    }

    @Test
    void tellsOnlyLaterDays() {
        IncidentRetention closed =
                IncidentRetention.OPEN.caseClosed(CLOSED, RULE).next();
        assertThat(closed.caseClosed(CLOSED, RULE).kept()).isEmpty();
        assertThat(closed.caseClosed(CLOSED.minusDays(30), RULE).kept()).isEmpty();
        assertThat(closed.campaignCompleted(CLOSED.minusDays(1), RULE).kept()).isEmpty();
        assertThat(closed.caseClosed(CLOSED.plusDays(30), RULE)
                        .kept()
                        .orElseThrow()
                        .keepThrough())
                .isEqualTo("2032-12-21");
    }

    @Test
    void countsFromTheNewestRecordWhereThatIsTheLatest() {
        IncidentRetention closed =
                IncidentRetention.OPEN.caseClosed(CLOSED, RULE).next();
        assertThat(closed.recordMade(CLOSED.minusDays(2), RULE).kept()).isEmpty();
        Kept kept = closed.recordMade(CLOSED.plusDays(40), RULE).kept().orElseThrow();
        assertThat(kept.keepThrough()).isEqualTo("2032-12-31");
        assertThat(kept.reason()).contains("after the last record was made on 2026-12-31");
    }

    @Test
    void waitsForTheCaseWhenARecordIsMadeFirst() {
        Decision made = IncidentRetention.OPEN.recordMade(CLOSED.minusDays(9), RULE);
        assertThat(made.kept()).isEmpty();
        assertThat(made.next().caseClosed(CLOSED, RULE).kept().orElseThrow().reason())
                .contains("after the investigation was concluded on 2026-11-21");
    }

    @Test
    void knowsThatACaseIsOpenAgainUntilItIsClosedAgain() {
        IncidentRetention again = IncidentRetention.OPEN
                .caseClosed(CLOSED, RULE)
                .next()
                .caseOpenedAgain()
                .next();
        assertThat(again.caseReopened()).isTrue();
        assertThat(again.keepThrough()).isPresent();
        assertThat(again.caseClosed(CLOSED.plusDays(30), RULE).next().caseReopened())
                .isFalse();
    }
}
