package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.CaseTriaged;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.CaseEvent.PhaseCompleted;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.CaseCommand.TriageCase;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.junit.jupiter.api.Test;

class TriageTest {

    /** Policy I.D: a security incident is contained. */
    @Test
    void sendsASecurityCaseToContainment() {
        assertThat(triaged(BOTH_WITH_PHI).phase()).isEqualTo(CasePhase.CONTAINMENT);
        assertThat(triaged(SECURITY_ONLY).phase()).isEqualTo(CasePhase.CONTAINMENT);
    }

    /** Policy I.C.4: a privacy-only case has no technical phases. */
    @Test
    void sendsAPrivacyOnlyCaseToTheForms() {
        assertThat(triaged(PRIVACY_ONLY).phase()).isEqualTo(CasePhase.FORMS);
    }

    /** Policy I.B.2.a.i: a report may turn out to be neither; it is documented all the same. */
    @Test
    void sendsACaseOfNeitherKindToTheFormsWithNothingToSign() {
        CaseState neither = triaged(NEITHER);
        assertThat(neither.phase()).isEqualTo(CasePhase.FORMS);
        assertThat(completed(neither).phase()).isEqualTo(CasePhase.FOLLOW_UP);
    }

    /** Policy I.B.2.a.iii and I.E.3, in parallel: a system that is safe may still have leaked. */
    @Test
    void opensTheBreachQuestionAtOnceWhenHealthInformationMayBeInvolved() {
        List<CaseEvent> told = told(new TriageCase(PRIVACY, BOTH_WITH_PHI));
        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(
                        CaseTriaged.class, PhaseCompleted.class, PhaseStarted.class, BreachAssessmentRequested.class);
        assertThat(triaged(BOTH_WITH_PHI).file().breach()).isEqualTo(BreachQuestion.ASKED);
    }

    @Test
    void leavesTheBreachQuestionWhenNoHealthInformationCanBeInvolved() {
        assertThat(told(new TriageCase(SECURITY, SECURITY_ONLY)))
                .noneMatch(BreachAssessmentRequested.class::isInstance);
    }

    /** Policy I.E.3: what is found later may open it after all, and once. */
    @Test
    void opensTheBreachQuestionLaterAndOnlyOnce() {
        CaseState asked = after(triaged(SECURITY_ONLY), new CaseCommand.RequestBreachAssessment(SECURITY));
        assertThat(asked.file().breach()).isEqualTo(BreachQuestion.ASKED);
        assertThat(refused(decide(asked, new CaseCommand.RequestBreachAssessment(SECURITY)))
                        .reason())
                .isEqualTo(Refusal.BREACH_QUESTION_ASKED_ALREADY);
    }

    /** 45 CFR 164.404(a)(2): the knowledge of a workforce member is the entity's from the moment he learned of it. */
    @Test
    void countsWhenTheReportingWorkforceMemberLearnedOfIt() {
        assertThat(requested(workforceReport(ReportKind.BREACH)))
                .containsExactly(new Knowledge(KnownBy.WORKFORCE, NOW.minus(Duration.ofHours(20))));
    }

    /** 45 CFR 164.404(a)(2): whoever else reports, the entity knows when its officers have the report. */
    @Test
    void countsTheReceiptWhenAnOutsiderReports() {
        assertThat(requested(report(false, false))).containsExactly(new Knowledge(KnownBy.WORKFORCE, NOW));
    }

    /** 45 CFR 164.404(a)(2): a business associate's knowledge may count, when he is an agent; it is a candidate. */
    @Test
    void namesABusinessAssociatesKnowledgeAsACandidate() {
        Instant learned = NOW.minus(Duration.ofDays(1));
        assertThat(requested(report(false, true)))
                .containsExactly(
                        new Knowledge(KnownBy.BUSINESS_ASSOCIATE, learned), new Knowledge(KnownBy.WORKFORCE, NOW));
    }

    /** Policy II.2 speaks of a security incident; policy I.B.2.a.i of health information. */
    @Test
    void refusesAnswersThatCannotBeTrueTogether() {
        Refused cyber = refused(
                decide(inTriage(), new TriageCase(PRIVACY, new Classification(true, false, true, false, true))));
        assertThat(cyber.reason()).isEqualTo(Refusal.CONTRADICTORY_TRIAGE);
        assertThat(cyber.missing()).containsExactly("security");
        Refused improper = refused(
                decide(inTriage(), new TriageCase(PRIVACY, new Classification(false, true, false, true, false))));
        assertThat(improper.missing()).containsExactly("privacy", "phiMayBeInvolved");
    }

    private static Report report(boolean byWorkforce, boolean byBusinessAssociate) {
        return new Report(
                ReportKind.BREACH,
                byWorkforce,
                byBusinessAssociate,
                false,
                true,
                false,
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(1))),
                NOW);
    }

    private static List<Knowledge> requested(Report report) {
        CaseState opened = accepted(
                        DECISIONS.open(new Opening.OpenCase(INCIDENT, "larkspur-falls", report, Optional.empty()), NOW))
                .next();
        return announced(decide(opened, new TriageCase(PRIVACY, BOTH_WITH_PHI)))
                .filter(BreachAssessmentRequested.class::isInstance)
                .map(BreachAssessmentRequested.class::cast)
                .findFirst()
                .orElseThrow()
                .knowledge();
    }

    private static List<CaseEvent> told(TriageCase command) {
        return announced(decide(inTriage(), command)).toList();
    }

    private static Stream<CaseEvent> announced(Decision decision) {
        return accepted(decision).facts().stream()
                .filter(CaseFact.Announced.class::isInstance)
                .map(fact -> ((CaseFact.Announced) fact).event());
    }
}
