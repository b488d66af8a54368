package org.candor.intake.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.reports.decision.ReportState.ANSWERED;
import static org.candor.intake.reports.decision.ReportState.CLOSED;
import static org.candor.intake.reports.decision.ReportState.RECEIVED;
import static org.candor.intake.reports.decision.ReportState.UNDER_INVESTIGATION;

import java.util.List;
import java.util.Map;
import org.candor.intake.reports.decision.ReportState;
import org.candor.intake.reports.decision.ReportState.CaseFact;
import org.junit.jupiter.api.Test;

class ReportStateTest {

    /** For each state, what it becomes after OPENED, ANSWERED, CLOSED, REOPENED. */
    private static final Map<ReportState, List<ReportState>> TABLE = Map.of(
            RECEIVED, List.of(UNDER_INVESTIGATION, ANSWERED, CLOSED, RECEIVED),
            UNDER_INVESTIGATION, List.of(UNDER_INVESTIGATION, ANSWERED, CLOSED, UNDER_INVESTIGATION),
            ANSWERED, List.of(ANSWERED, ANSWERED, CLOSED, ANSWERED),
            CLOSED, List.of(CLOSED, CLOSED, CLOSED, UNDER_INVESTIGATION));

    @Test
    void everyStateMeetsEveryFact() {
        int met = 0;
        for (ReportState state : ReportState.values()) {
            for (CaseFact fact : CaseFact.values()) {
                assertThat(state.after(fact))
                        .as("%s after %s", state, fact)
                        .isEqualTo(TABLE.get(state).get(fact.ordinal()));
                met++;
            }
        }
        assertThat(met).isEqualTo(16);
    }
}
