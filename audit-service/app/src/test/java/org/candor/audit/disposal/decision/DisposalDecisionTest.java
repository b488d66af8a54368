package org.candor.audit.disposal.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.audit.disposal.decision.Obstacle.CASE_REOPENED;
import static org.candor.audit.disposal.decision.Obstacle.NOTICES_RUNNING;
import static org.candor.audit.disposal.decision.Obstacle.NOT_CONCLUDED;
import static org.candor.audit.disposal.decision.Obstacle.ON_HOLD;
import static org.candor.audit.disposal.decision.Obstacle.SAME_PERSON;
import static org.candor.audit.disposal.decision.Obstacle.STILL_TO_BE_KEPT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.audit.retention.decision.RetentionRule;
import org.junit.jupiter.api.Test;

class DisposalDecisionTest {

    private static final LocalDate CLOSED = LocalDate.parse("2026-11-21");
    private static final LocalDate LAST = LocalDate.parse("2032-11-21");
    private static final IncidentRetention CONCLUDED =
            IncidentRetention.OPEN.caseClosed(CLOSED, RetentionRule.HIPAA).next();

    @Test
    void nothingGoesBeforeItsDayHasPassed() {
        assertThat(on(CONCLUDED, 0, LAST).obstacles()).containsExactly(STILL_TO_BE_KEPT);
        assertThat(on(CONCLUDED, 0, LAST.plusDays(1)).obstacles()).isEmpty();
    }

    @Test
    void nothingUnderAHoldGoes() {
        assertThat(on(CONCLUDED, 1, LAST.plusYears(9)).obstacles()).containsExactly(ON_HOLD);
    }

    @Test
    void nothingGoesOfACaseThatWasNeverClosedOrIsOpenAgain() {
        LocalDate late = LAST.plusDays(1);
        assertThat(new Standing(Optional.empty(), 0, late).obstacles()).containsExactly(NOT_CONCLUDED);
        assertThat(on(CONCLUDED.caseOpenedAgain().next(), 0, late).obstacles()).containsExactly(CASE_REOPENED);
        assertThat(on(CONCLUDED.campaignOpened().next(), 0, late).obstacles()).containsExactly(NOTICES_RUNNING);
    }

    @Test
    void takesTwoPeople() {
        Standing free = on(CONCLUDED, 0, LAST.plusDays(1));
        Disposal.Ordered ordered = new Disposal.Ordered("privacy-officer");
        assertThat(ordered.approve("privacy-officer", free))
                .isEqualTo(new Disposal.Refusal(java.util.List.of(SAME_PERSON)));
        assertThat(ordered.approve("administrator", free)).isEqualTo(new Disposal.Running(Set.of()));
        assertThat(ordered.approve("administrator", on(CONCLUDED, 2, LAST.plusDays(1))))
                .isEqualTo(new Disposal.Refusal(java.util.List.of(ON_HOLD)));
    }

    @Test
    void isCompleteWhenEveryServiceHasSaidSoAndNotBefore() {
        LocalDate today = LAST.plusDays(3);
        Disposal disposal = new Disposal.Running(Set.of());
        for (String service :
                new String[] {"intake", "intake", "stranger", "investigation", "breach", "notification"}) {
            disposal = ((Disposal.Running) disposal).confirm(service, today);
        }
        assertThat(disposal).isInstanceOf(Disposal.Running.class);
        assertThat(((Disposal.Running) disposal).confirm("audit", today))
                .isEqualTo(new Disposal.Completed(today, today.plusDays(30)));
    }

    @Test
    void aLogIsKeptForItsOwnSakeToo() {
        assertThat(new LogStanding(2026, false, false, LocalDate.parse("2032-12-31")).obstacles(RetentionRule.HIPAA))
                .containsExactly(STILL_TO_BE_KEPT);
        assertThat(new LogStanding(2026, false, false, LocalDate.parse("2033-01-01")).obstacles(RetentionRule.HIPAA))
                .isEmpty();
        assertThat(new LogStanding(2026, true, true, LocalDate.parse("2033-01-01")).obstacles(RetentionRule.HIPAA))
                .containsExactly(STILL_TO_BE_KEPT, ON_HOLD);
    }

    private static Standing on(IncidentRetention retention, int holds, LocalDate today) {
        return new Standing(Optional.of(retention), holds, today);
    }
}
