package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.util.List;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.CaseCommand.CompletePhase;
import org.candor.investigation.cases.decision.CaseCommand.DecideSafeToContinue;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.junit.jupiter.api.Test;

class PhasesTest {

    /** Policy I.D.1.h.i: safe, so documentation and follow-up are next. */
    @Test
    void goesFromContainmentToTheFormsWhenItIsSafeToContinue() {
        assertThat(completed(judged(true)).phase()).isEqualTo(CasePhase.FORMS);
    }

    /** Policy I.D.1.h.ii: not safe, so operation stops and eradication is next. */
    @Test
    void goesFromContainmentToEradicationWhenItIsNotSafe() {
        assertThat(completed(judged(false)).phase()).isEqualTo(CasePhase.ERADICATION);
    }

    /** Policy I.F exists: eradication leads to recovery although I.E.4 speaks of follow-up. */
    @Test
    void goesFromEradicationThroughRecoveryToTheForms() {
        assertThat(completed(eradicated()).phase()).isEqualTo(CasePhase.RECOVERY);
        assertThat(completed(recovered()).phase()).isEqualTo(CasePhase.FORMS);
    }

    /** Policy I.D.1.h: the question must be answered. */
    @Test
    void refusesToLeaveContainmentWhileNobodyHasSaidWhetherItIsSafe() {
        assertThat(leave(contained()).missing()).containsExactly("safe-to-continue");
    }

    /** Policy I.D.1.h.ii: an unsafe system must have been stopped, or it is said why not. */
    @Test
    void refusesToLeaveContainmentWhileAnUnsafeSystemRuns() {
        CaseState unsafe = after(triaged(SECURITY_ONLY), new DecideSafeToContinue(SECURITY, false));
        assertThat(leave(unsafe).missing()).contains("step.C-14").doesNotContain("step.C-17");
        CaseState safe = after(triaged(SECURITY_ONLY), new DecideSafeToContinue(SECURITY, true));
        assertThat(leave(safe).missing()).contains("step.C-05").doesNotContain("step.C-14");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        Refused refused = leave(triaged(SECURITY_ONLY));
        assertThat(refused.reason()).isEqualTo(Refusal.PHASE_NOT_COMPLETE);
        assertThat(refused.missing())
                .containsExactly(
                        "step.C-01",
                        "step.C-02",
                        "step.C-03",
                        "step.C-05",
                        "step.C-06",
                        "step.C-08",
                        "step.C-09",
                        "step.C-10",
                        "step.C-11",
                        "step.C-13",
                        "step.C-15a",
                        "step.C-16",
                        "safe-to-continue");
    }

    @Test
    void theAnswerMayChangeWhileTheDamageIsBeingContained() {
        CaseState changed = after(judged(true), new DecideSafeToContinue(SECURITY, false));
        assertThat(completed(changed).phase()).isEqualTo(CasePhase.ERADICATION);
        assertThat(refused(decide(changed, new DecideSafeToContinue(SECURITY, false)))
                        .reason())
                .isEqualTo(Refusal.SAFETY_DECIDED_ALREADY);
    }

    @Test
    void refusesToCompleteAPhaseThatIsNotThePresentOne() {
        Refused refused = refused(decide(judged(true), new CompletePhase(SECURITY, CasePhase.RECOVERY)));
        assertThat(refused.reason()).isEqualTo(Refusal.WRONG_PHASE);
        assertThat(refused.missing()).isEqualTo(List.of("phase.CONTAINMENT"));
    }

    private static Refused leave(CaseState state) {
        return refused(decide(state, new CompletePhase(SECURITY, state.phase())));
    }
}
