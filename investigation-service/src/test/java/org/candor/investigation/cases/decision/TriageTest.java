package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.CaseTriaged;
import org.candor.events.CaseEvent.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.CaseEvent.PhaseCompleted;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.CaseCommand.TriageCase;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.NoViolation.Ground;
import org.candor.investigation.cases.decision.PermittedDisclosure.Belief;
import org.candor.investigation.cases.decision.PermittedDisclosure.ByCrimeVictim;
import org.candor.investigation.cases.decision.PermittedDisclosure.ByWhistleBlower;
import org.candor.investigation.cases.decision.PermittedDisclosure.Incidental;
import org.candor.investigation.cases.decision.PermittedDisclosure.Recipient;
import org.candor.investigation.cases.decision.PermittedDisclosure.SuspectInformation;
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
        List<CaseEvent> told = told(triage(PRIVACY, BOTH_WITH_PHI));
        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(
                        CaseTriaged.class, PhaseCompleted.class, PhaseStarted.class, BreachAssessmentRequested.class);
        assertThat(triaged(BOTH_WITH_PHI).file().breach()).isEqualTo(BreachQuestion.ASKED);
    }

    @Test
    void leavesTheBreachQuestionWhenNoHealthInformationCanBeInvolved() {
        assertThat(told(triage(SECURITY, SECURITY_ONLY))).noneMatch(BreachAssessmentRequested.class::isInstance);
    }

    /** Policy I.D.1.h: the reporter's suspicion is answered by an assessment, not by triage. */
    @Test
    void opensTheBreachQuestionWhenOnlyTheReportSaysThatHealthInformationMayBeInvolved() {
        CaseState suspected = opened(workforceReport(ReportKind.SECURITY_INCIDENT, true));
        Decision decision = decide(suspected, triage(SECURITY, SECURITY_ONLY));
        assertThat(announced(decision))
                .filteredOn(BreachAssessmentRequested.class::isInstance)
                .hasSize(1);
        CaseFile triaged = accepted(decision).next().file();
        assertThat(triaged.breach()).isEqualTo(BreachQuestion.ASKED);
        assertThat(triaged.classification()).contains(SECURITY_ONLY);
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
        Refused cyber = refused(decide(inTriage(), triage(PRIVACY, kind(true, false, true, false, true))));
        assertThat(cyber.reason()).isEqualTo(Refusal.CONTRADICTORY_TRIAGE);
        assertThat(cyber.missing()).containsExactly("security");
        Refused improper = refused(decide(inTriage(), triage(PRIVACY, kind(false, true, false, true, false))));
        assertThat(improper.missing()).containsExactly("privacy", "phiMayBeInvolved");
    }

    /** Policy II.2: the definition is a list of tests, and the answer names the ones that are met. */
    @Test
    void refusesACyberRelatedCaseThatMeetsNoTestOfTheDefinition() {
        Classification untested = new Classification(false, true, false, false, true, Set.of(), Optional.empty());
        assertThat(refused(decide(inTriage(), triage(SECURITY, untested))).missing())
                .containsExactly("cyberTests");
        Classification denied = new Classification(
                false, true, false, false, false, Set.of(CyberTest.PHYSICAL_PERIMETER), Optional.empty());
        assertThat(refused(decide(inTriage(), triage(SECURITY, denied))).missing())
                .containsExactly("cyberRelated");
    }

    /** Policy I.B.2.a.ii. */
    @Test
    void bothOfficersOwnACaseOfBothKinds() {
        assertThat(BOTH_WITH_PHI.owners())
                .containsExactlyInAnyOrder(OfficerRole.PRIVACY_OFFICER, OfficerRole.SECURITY_OFFICER);
        assertThat(BOTH_WITH_PHI.forms()).containsExactly(Form.PRIVACY_INCIDENT_REPORT, Form.SECURITY_INCIDENT_REPORT);
        assertThat(PRIVACY_ONLY.owners()).containsExactly(OfficerRole.PRIVACY_OFFICER);
        assertThat(SECURITY_ONLY.owners()).containsExactly(OfficerRole.SECURITY_OFFICER);
        assertThat(NEITHER.owners()).containsExactly(OfficerRole.PRIVACY_OFFICER);
    }

    /** 45 CFR 164.512(f)(2)(i): exactly eight items, and (f)(2)(ii) names what is never among them. */
    @Test
    void aCrimeVictimMayTellTheEightItemsAboutTheSuspectAndNothingElse() {
        assertThat(SuspectInformation.values())
                .filteredOn(SuspectInformation::permitted)
                .hasSize(8);
        for (SuspectInformation item : SuspectInformation.values()) {
            Decision decision = decide(inTriage(), permitted(new ByCrimeVictim(true, true, true, Set.of(item))));
            if (item.permitted()) {
                assertThat(found(decision).ground()).isEqualTo(Ground.CRIME_VICTIM);
                assertThat(found(decision).answers()).containsExactly(item.name());
            } else {
                assertThat(refused(decision).reason()).isEqualTo(Refusal.NOT_A_PERMITTED_DISCLOSURE);
                assertThat(refused(decision).missing()).containsExactly("told." + item);
            }
        }
    }

    /** 45 CFR 164.502(j)(2): the victim is of the workforce, the recipient law enforcement, the subject the suspect. */
    @Test
    void aCrimeVictimsDisclosureMustMeetEveryCondition() {
        assertThat(refused(decide(inTriage(), permitted(new ByCrimeVictim(false, false, false, Set.of()))))
                        .missing())
                .containsExactly("victimIsWorkforce", "toLawEnforcement", "aboutSuspect", "told");
    }

    /** 45 CFR 164.502(j)(1): to an agency, an authority, an accreditor, or one's own attorney. */
    @Test
    void aWhistleBlowerMayTurnToFourKindsOfRecipients() {
        for (Recipient recipient : Recipient.values()) {
            Decision decision = decide(
                    inTriage(), permitted(new ByWhistleBlower(true, true, Set.of(Belief.UNLAWFUL_CONDUCT), recipient)));
            if (recipient == Recipient.ANYBODY_ELSE) {
                assertThat(refused(decision).missing()).containsExactly("recipient");
            } else {
                assertThat(found(decision))
                        .isEqualTo(
                                new NoViolation(Ground.WHISTLE_BLOWER, List.of("UNLAWFUL_CONDUCT", recipient.name())));
            }
        }
        assertThat(refused(decide(
                                inTriage(),
                                permitted(new ByWhistleBlower(false, false, Set.of(), Recipient.OWN_ATTORNEY))))
                        .missing())
                .containsExactly("workforceOrBusinessAssociate", "goodFaith", "beliefs");
    }

    /** 45 CFR 164.502(a)(1)(iii). */
    @Test
    void anIncidentalDisclosureIsNoViolationWhereSafeguardsWereKept() {
        assertThat(found(decide(inTriage(), permitted(new Incidental(true, true, true))))
                        .ground())
                .isEqualTo(Ground.INCIDENTAL);
        assertThat(refused(decide(inTriage(), permitted(new Incidental(false, false, false))))
                        .missing())
                .containsExactly("besideAPermittedUse", "safeguardsInPlace", "minimumNecessaryKept");
    }

    /** Policy I.B.2.b: what is permitted is not improper; the breach question is asked all the same. */
    @Test
    void aPermittedDisclosureIsNotImproperAndStillAsksTheBreachQuestion() {
        Incidental incidental = new Incidental(true, true, true);
        CaseCommand improper = new TriageCase(PRIVACY, PRIVACY_ONLY, Optional.of(incidental));
        assertThat(refused(decide(inTriage(), improper)).missing()).containsExactly("improperUseOrDisclosure");
        assertThat(accepted(decide(inTriage(), permitted(incidental)))
                        .next()
                        .file()
                        .breach())
                .isEqualTo(BreachQuestion.ASKED);
    }

    /** 45 CFR 164.404(a)(2): the agent of an entity knows for it, so the earliest of all counts until it is settled. */
    @Test
    void theEntityFirstKnewWithTheEarliestOfThoseWhoKnew() {
        assertThat(report(false, true).firstKnownAt()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(report(true, false).firstKnownAt()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(report(false, false).firstKnownAt()).isEqualTo(NOW);
    }

    private static CaseCommand permitted(PermittedDisclosure checkList) {
        return new TriageCase(PRIVACY, kind(true, false, true, false, false), Optional.of(checkList));
    }

    private static NoViolation found(Decision decision) {
        return accepted(decision)
                .next()
                .file()
                .classification()
                .flatMap(Classification::noViolation)
                .orElseThrow();
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
        return announced(decide(opened, triage(PRIVACY, BOTH_WITH_PHI)))
                .filter(BreachAssessmentRequested.class::isInstance)
                .map(BreachAssessmentRequested.class::cast)
                .findFirst()
                .orElseThrow()
                .knowledge();
    }

    private static List<CaseEvent> told(CaseCommand command) {
        return announced(decide(inTriage(), command)).toList();
    }

    private static Stream<CaseEvent> announced(Decision decision) {
        return accepted(decision).facts().stream()
                .filter(CaseFact.Announced.class::isInstance)
                .map(fact -> ((CaseFact.Announced) fact).event());
    }
}
