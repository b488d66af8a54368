package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.CaseEvent.AssessmentReason;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.CasePhase;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.CaseCommand.CancelTask;
import org.candor.investigation.cases.decision.CaseCommand.CloseCase;
import org.candor.investigation.cases.decision.CaseCommand.CompleteTask;
import org.candor.investigation.cases.decision.CaseCommand.CorrectStep;
import org.candor.investigation.cases.decision.CaseCommand.DecideRecommendation;
import org.candor.investigation.cases.decision.CaseCommand.GiveTask;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.CaseCommand.NoteAssessmentConcluded;
import org.candor.investigation.cases.decision.CaseCommand.NoteAssessmentOpened;
import org.candor.investigation.cases.decision.CaseCommand.NoteZone;
import org.candor.investigation.cases.decision.CaseCommand.ProposeRecommendation;
import org.candor.investigation.cases.decision.CaseCommand.ReopenCase;
import org.candor.investigation.cases.decision.CaseCommand.WriteDocumentation;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final UUID R = UUID.fromString("0195a000-0000-7000-8000-00000000000a");
    private static final UUID T = UUID.fromString("0195a000-0000-7000-8000-00000000000b");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

    /** Policy I.H.3; the conclusion day is the entity's local day. */
    @Test
    void closesWhenNothingIsLeft() {
        Accepted accepted = accepted(decide(readyToClose(), new CloseCase(PRIVACY, CHICAGO, List.of())));
        assertThat(accepted.next().phase()).isEqualTo(CasePhase.CLOSED);
        assertThat(told(accepted, CaseClosed.class).concludedOn()).isEqualTo("2026-03-10");
    }

    /** Policy I.I: nine items, all of them named when they are missing. */
    @Test
    void refusesToCloseWithoutTheMinimumDocumentation() {
        CaseState undocumented = after(readyToClose(), new WriteDocumentation(PRIVACY, Set.of()));
        assertThat(close(undocumented).missing())
                .containsExactly(
                        "documentation.reporter",
                        "documentation.investigators",
                        "documentation.dataAndSystems",
                        "documentation.occurredFrom",
                        "documentation.damage",
                        "documentation.suspectedCause",
                        "documentation.identifiedRisk",
                        "documentation.mitigationAndRestoration",
                        "documentation.recommendations",
                        "form.4-I-A",
                        "form.4-I-B");
    }

    /** Policy I.G: a form is signed as it reads; new words need a new signature and the old version stays. */
    @Test
    void refusesToCloseWhenTheFormsChangedAfterTheyWereSigned() {
        CaseState changed = documented(readyToClose());
        assertThat(close(changed).missing()).containsExactly("form.4-I-A", "form.4-I-B");
        CaseState again = after(changed, sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT));
        assertThat(again.file().paperwork().signatures())
                .filteredOn(signature -> signature.form() == Form.PRIVACY_INCIDENT_REPORT)
                .extracting(Paperwork.Signature::version)
                .containsExactly(1, 2);
        assertThat(close(again).missing()).containsExactly("form.4-I-B");
    }

    /** Policy I.D.2: the security form holds the measures, so a corrected step makes its signature out of date. */
    @Test
    void aCorrectedStepNeedsANewSignatureOfTheSecurityFormOnly() {
        CaseState ready = readyToClose();
        StepEntry wrong = ready.file().work().newest("C-02", 1).orElseThrow();
        CaseState corrected = after(
                ready, new CaseCommand.CorrectStep(SECURITY, wrong.id(), measure("C-02", NOW.minusSeconds(60), NOW)));
        assertThat(close(corrected).missing()).containsExactly("form.4-I-B");
    }

    /** Policy I.H.2, a to c. */
    @Test
    void refusesToCloseWithoutTheFollowUp() {
        assertThat(close(inFollowUp()).missing())
                .containsExactly(
                        "follow-up.reviewedOn",
                        "follow-up.cost",
                        "follow-up.impact",
                        "follow-up.handling",
                        "follow-up.improvements",
                        "follow-up.lessonsLearned");
    }

    /** Policy I.H.2.d: findings go to the head of the organisation. */
    @Test
    void refusesToCloseWhileARecommendationIsUndecided() {
        CaseState proposed = after(readyToClose(), new ProposeRecommendation(SECURITY, R));
        assertThat(close(proposed).missing()).containsExactly("recommendation." + R + ".decision");
    }

    /** Policy I.H.2.e: what was approved is carried out; a cancelled task carries nothing out. */
    @Test
    void refusesToCloseUntilAnApprovedRecommendationIsCarriedOut() {
        CaseState approved = decided(true);
        assertThat(close(approved).missing()).containsExactly("recommendation." + R + ".carried-out");
        CaseState given = after(approved, give(Optional.of(R)));
        assertThat(close(given).missing()).containsExactly("recommendation." + R + ".carried-out", "task." + T);
        assertThat(close(after(given, new CancelTask(SECURITY, T, CHICAGO))).missing())
                .containsExactly("recommendation." + R + ".carried-out");
        CaseState carriedOut = after(given, new CompleteTask(SECURITY, T, CHICAGO));
        assertThat(after(carriedOut, new CloseCase(PRIVACY, CHICAGO, List.of())).phase())
                .isEqualTo(CasePhase.CLOSED);
    }

    @Test
    void aRejectedRecommendationHoldsNothing() {
        assertThat(after(decided(false), new CloseCase(PRIVACY, CHICAGO, List.of()))
                        .phase())
                .isEqualTo(CasePhase.CLOSED);
    }

    /** Nobody approves what he proposed, whatever roles he has. */
    @Test
    void refusesThatTheProposerDecides() {
        Person headWhoProposes = new Person("ada", Set.of(OfficerRole.ADMINISTRATOR, OfficerRole.PRIVACY_OFFICER));
        CaseState proposed = after(readyToClose(), new ProposeRecommendation(headWhoProposes, R));
        assertThat(refused(decide(proposed, new DecideRecommendation(HEAD, R, true)))
                        .reason())
                .isEqualTo(Refusal.OWN_RECOMMENDATION);
    }

    @Test
    void refusesASecondDecisionAndAnUnknownRecommendation() {
        assertThat(refused(decide(decided(true), new DecideRecommendation(HEAD, R, false)))
                        .reason())
                .isEqualTo(Refusal.RECOMMENDATION_DECIDED_ALREADY);
        assertThat(refused(decide(readyToClose(), new DecideRecommendation(HEAD, R, false)))
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_RECOMMENDATION);
    }

    @Test
    void refusesATaskForARecommendationThatIsNotApproved() {
        assertThat(refused(decide(decided(false), give(Optional.of(R)))).reason())
                .isEqualTo(Refusal.RECOMMENDATION_NOT_APPROVED);
        assertThat(refused(decide(readyToClose(), give(Optional.of(R)))).reason())
                .isEqualTo(Refusal.UNKNOWN_RECOMMENDATION);
    }

    @Test
    void aTaskIsADeadlineFromItsGivingToItsEnd() {
        Accepted given = accepted(decide(readyToClose(), give(Optional.empty())));
        assertThat(told(given, DeadlineSet.class).dueOn()).isEqualTo(APRIL);
        Accepted done = accepted(decide(given.next(), new CompleteTask(SECURITY, T, CHICAGO)));
        assertThat(told(done, DeadlineMet.class).daysLate()).isZero();
        Accepted late = accepted(DECISIONS.decide(
                given.next(), new CompleteTask(SECURITY, T, CHICAGO), Instant.parse("2026-04-04T06:00:00Z")));
        assertThat(told(late, DeadlineMet.class).daysLate()).isEqualTo(3);
        Accepted cancelled = accepted(decide(given.next(), new CancelTask(SECURITY, T, CHICAGO)));
        assertThat(told(cancelled, DeadlineCancelled.class).deadlineId()).isEqualTo(T);
        assertThat(refused(decide(done.next(), new CancelTask(SECURITY, T, CHICAGO)))
                        .reason())
                .isEqualTo(Refusal.TASK_ENDED_ALREADY);
    }

    @Test
    void refusesATaskThatIsDueInThePastAndOneThatIsNotThere() {
        CaseCommand late =
                new GiveTask(SECURITY, T, Optional.empty(), OfficerRole.SECURITY_OFFICER, day("2026-03-09"), CHICAGO);
        assertThat(refused(decide(readyToClose(), late)).reason()).isEqualTo(Refusal.DUE_DAY_PASSED);
        assertThat(refused(decide(readyToClose(), new CompleteTask(SECURITY, T, CHICAGO)))
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_TASK);
    }

    /** Policy I.E.3: a case is not closed while it is open whether it is a breach. */
    @Test
    void refusesToCloseWhileTheBreachAssessmentIsOpen() {
        CaseState open = after(readyToClose(), new NoteAssessmentOpened());
        assertThat(close(open).missing()).containsExactly("breach-assessment");
        assertThat(after(after(open, new NoteAssessmentConcluded()), new CloseCase(PRIVACY, CHICAGO, List.of()))
                        .phase())
                .isEqualTo(CasePhase.CLOSED);
    }

    /** Policy I.G.1, for every complaint (45 CFR 164.530(d)(2)). */
    @Test
    void aComplaintIsDueOnTheThirtiethDayAndHoldsTheCase() {
        Accepted opened = accepted(DECISIONS.open(
                new Opening.OpenCase(
                        INCIDENT, "larkspur-falls", workforceReport(ReportKind.COMPLAINT), Optional.of(CHICAGO)),
                NOW));
        assertThat(told(opened, DeadlineSet.class).dueOn()).isEqualTo("2026-04-09");
        CaseState triaged = after(opened.next(), triage(PRIVACY, NEITHER));
        assertThat(close(triaged).missing()).contains("complaint-answer", "phase.FORMS");
        Accepted answered = accepted(decide(triaged, answer("2026-03-10")));
        assertThat(told(answered, ComplaintAnswered.class).extended()).isFalse();
        assertThat(told(answered, DeadlineMet.class).daysLate()).isZero();
        assertThat(close(answered.next()).missing()).doesNotContain("complaint-answer");
    }

    /** Policy I.G.1: day 30 is the last day of the entity's zone, and late stays late. */
    @Test
    void saysHowLateAnAnswerIs() {
        CaseState triaged = after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER));
        Instant mayFirst = Instant.parse("2026-05-01T04:59:00Z");
        Accepted late = accepted(DECISIONS.decide(triaged, answer("2026-04-30"), mayFirst));
        assertThat(told(late, DeadlineMet.class).daysLate()).isEqualTo(21);
        assertThat(refused(DECISIONS.decide(triaged, answer("2026-05-01"), mayFirst))
                        .reason())
                .isEqualTo(Refusal.ANSWER_OUT_OF_TIME);
    }

    /** An answer that bears an earlier day would not be late. */
    @Test
    void refusesAnAnswerThatBearsAnotherDayThanToday() {
        CaseState triaged = after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER));
        Instant mayFirst = Instant.parse("2026-05-01T04:59:00Z");
        assertThat(refused(DECISIONS.decide(triaged, answer("2026-04-09"), mayFirst))
                        .reason())
                .isEqualTo(Refusal.ANSWER_OUT_OF_TIME);
        assertThat(refused(DECISIONS.decide(triaged, answer("2026-04-29"), mayFirst))
                        .reason())
                .isEqualTo(Refusal.ANSWER_OUT_OF_TIME);
    }

    /** "Before day 30": who was given more time is not given more again once that day has come. */
    @Test
    void refusesASecondExtensionAfterTheThirtiethDay() {
        CaseState triaged = after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER));
        CaseState extended = after(triaged, extension("2026-04-24"));
        Instant dayTwentyNine = Instant.parse("2026-04-08T15:00:00Z");
        Instant dayThirty = Instant.parse("2026-04-09T15:00:00Z");
        assertThat(DECISIONS.decide(extended, extension("2026-04-08", "2026-05-08"), dayTwentyNine))
                .isInstanceOf(Accepted.class);
        assertThat(refused(DECISIONS.decide(extended, extension("2026-04-09", "2026-05-08"), dayThirty))
                        .reason())
                .isEqualTo(Refusal.EXTENSION_TOO_LATE);
    }

    /** The day was told; that the entity moves to another zone does not change it. */
    @Test
    void keepsTheDayThatWasToldWhenTheZoneChanges() {
        ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
        Accepted opened = accepted(DECISIONS.open(
                new Opening.OpenCase(
                        INCIDENT, "larkspur-falls", workforceReport(ReportKind.COMPLAINT), Optional.of(CHICAGO)),
                NOW));
        CaseState triaged = after(opened.next(), triage(PRIVACY, NEITHER));
        assertThat(Complaint.received(NOW).due(kiritimati).dueOn()).contains(day("2026-04-10"));
        CaseCommand answer = new CaseCommand.AnswerComplaint(
                PRIVACY,
                new CaseCommand.Letter(T, LetterChannel.MAIL, day("2026-04-10"), "ab".repeat(32)),
                ComplaintResult.VIOLATION_FOUND,
                kiritimati);
        Accepted answered = accepted(DECISIONS.decide(triaged, answer, Instant.parse("2026-04-09T15:00:00Z")));
        assertThat(told(answered, DeadlineMet.class).daysLate()).isEqualTo(1);
    }

    /** Policy I.G.1: more time is told before day 30 with a new day, and moves the deadline. */
    @Test
    void anExtensionThatIsToldInTimeMovesTheDeadline() {
        CaseState triaged = after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER));
        Accepted extended = accepted(decide(triaged, extension("2026-04-24")));
        DeadlineSet first = told(
                accepted(DECISIONS.open(
                        new Opening.OpenCase(
                                INCIDENT,
                                "larkspur-falls",
                                workforceReport(ReportKind.COMPLAINT),
                                Optional.of(CHICAGO)),
                        NOW)),
                DeadlineSet.class);
        assertThat(told(extended, DeadlineSet.class).deadlineId()).isEqualTo(first.deadlineId());
        assertThat(told(extended, DeadlineSet.class).dueOn()).isEqualTo("2026-04-24");
        Instant april = Instant.parse("2026-04-25T12:00:00Z");
        Accepted answered = accepted(DECISIONS.decide(extended.next(), answer("2026-04-25"), april));
        assertThat(told(answered, ComplaintAnswered.class).extended()).isTrue();
        assertThat(told(answered, DeadlineMet.class).daysLate()).isEqualTo(1);
    }

    /** "Before day 30": on the day itself and after it nothing is extended, and late stays late. */
    @Test
    void refusesAnExtensionOnceTheDayHasCome() {
        CaseState triaged = after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER));
        Instant lastMinuteBefore = Instant.parse("2026-04-09T04:59:00Z");
        Instant dayThirty = Instant.parse("2026-04-09T05:00:00Z");
        assertThat(DECISIONS.decide(triaged, extension("2026-04-08", "2026-04-24"), lastMinuteBefore))
                .isInstanceOf(Accepted.class);
        assertThat(refused(DECISIONS.decide(triaged, extension("2026-04-09", "2026-04-24"), dayThirty))
                        .reason())
                .isEqualTo(Refusal.EXTENSION_TOO_LATE);
        assertThat(refused(decide(triaged, extension("2026-04-09"))).reason()).isEqualTo(Refusal.EXTENSION_NOT_LATER);
    }

    /** Who gave no name has no address: the receipt's mailbox is the only way. */
    @Test
    void refusesToWriteToANamelessPersonByMail() {
        Report nameless = new Report(
                ReportKind.COMPLAINT, false, false, true, true, false, Optional.empty(), Optional.empty(), NOW);
        CaseState opened = accepted(DECISIONS.open(
                        new Opening.OpenCase(INCIDENT, "larkspur-falls", nameless, Optional.of(CHICAGO)), NOW))
                .next();
        CaseState triaged = after(opened, triage(PRIVACY, NEITHER));
        assertThat(refused(decide(triaged, answer("2026-03-10"))).reason())
                .isEqualTo(Refusal.ANONYMOUS_BY_MAILBOX_ONLY);
    }

    @Test
    void setsTheComplaintsDeadlineOnceTheZoneIsKnown() {
        CaseState opened = accepted(DECISIONS.open(
                        new Opening.OpenCase(
                                INCIDENT, "larkspur-falls", workforceReport(ReportKind.COMPLAINT), Optional.empty()),
                        NOW))
                .next();
        Accepted noted = accepted(decide(opened, new NoteZone(CHICAGO)));
        assertThat(told(noted, DeadlineSet.class).zone()).isEqualTo("America/Chicago");
        assertThat(accepted(decide(noted.next(), new NoteZone(CHICAGO))).facts())
                .isEmpty();
    }

    @Test
    void refusesToAnswerWhatIsNoComplaintOrIsAnswered() {
        CaseCommand answer = answer("2026-03-10");
        assertThat(refused(decide(triaged(NEITHER), answer)).reason()).isEqualTo(Refusal.NO_COMPLAINT);
        CaseState answered = after(after(opened(ReportKind.COMPLAINT), triage(PRIVACY, NEITHER)), answer);
        assertThat(refused(decide(answered, answer)).reason()).isEqualTo(Refusal.COMPLAINT_ANSWERED_ALREADY);
    }

    /** Policy I.B.2.a.ii: both officers work a case of both kinds, and neither signs for the other. */
    @Test
    void refusesThatOneOfficerSignsTheOthersForm() {
        CaseState documented = documented(inForms());
        assertThat(refused(decide(documented, sign(SECURITY, Form.PRIVACY_INCIDENT_REPORT)))
                        .reason())
                .isEqualTo(Refusal.ANOTHER_ROLES_COMMAND);
        CaseState half = after(documented, sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT));
        assertThat(refused(decide(half, new CaseCommand.CompletePhase(PRIVACY, CasePhase.FORMS)))
                        .missing())
                .containsExactly("form.4-I-B");
        assertThat(refused(decide(half, sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT)))
                        .reason())
                .isEqualTo(Refusal.FORM_SIGNED_ALREADY);
    }

    /** Policy I.G: a privacy case has a privacy form, and nothing unfinished is signed (I.I). */
    @Test
    void refusesAFormOfAnotherKindAndAnUnfinishedOne() {
        CaseState privacyOnly = triaged(PRIVACY_ONLY);
        assertThat(refused(decide(privacyOnly, sign(SECURITY, Form.SECURITY_INCIDENT_REPORT)))
                        .reason())
                .isEqualTo(Refusal.FORM_OF_ANOTHER_KIND);
        CaseState without = after(
                privacyOnly,
                new WriteDocumentation(PRIVACY, EnumSet.complementOf(EnumSet.of(DocumentationItem.IDENTIFIED_RISK))));
        Refused refused = refused(decide(without, sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT)));
        assertThat(refused.reason()).isEqualTo(Refusal.DOCUMENTATION_INCOMPLETE);
        assertThat(refused.missing()).containsExactly("documentation.identifiedRisk");
    }

    @Test
    void refusesToCloseTwice() {
        assertThat(refused(decide(closed(), new CloseCase(PRIVACY, CHICAGO, List.of())))
                        .reason())
                .isEqualTo(Refusal.CASE_CLOSED);
    }

    /** A reopened case is worked anew; what was recorded before stays and no longer counts. */
    @Test
    void asksEverythingAnewAfterReopening() {
        CaseState reopened = after(closed(), new ReopenCase(PRIVACY));
        assertThat(reopened.phase()).isEqualTo(CasePhase.TRIAGE);
        assertThat(reopened.file().round()).isEqualTo(2);
        CaseState contained = after(reopened, triage(SECURITY, SECURITY_ONLY));
        assertThat(DECISIONS.missingInPhase(contained)).contains("step.C-01", "safe-to-continue");
        CaseState privacyOnly = after(reopened, triage(PRIVACY, PRIVACY_ONLY));
        assertThat(DECISIONS.missingInPhase(privacyOnly)).containsExactly("form.4-I-A");
        assertThat(privacyOnly.file().work().entries()).isNotEmpty();
    }

    /** New facts may hold health information; what was answered before them does not answer for them. */
    @Test
    void asksTheBreachQuestionAgainAfterReopening() {
        CaseState answered = after(after(closed(), new NoteAssessmentConcluded()), new ReopenCase(PRIVACY));
        Accepted again = accepted(decide(answered, triage(PRIVACY, BOTH_WITH_PHI)));
        BreachAssessmentRequested asked = told(again, BreachAssessmentRequested.class);
        assertThat(asked.incidentId()).isEqualTo(INCIDENT);
        assertThat(asked.request())
                .isEqualTo(answered.file().breachRequests() + 1)
                .isEqualTo(again.next().file().breachRequests());
        assertThat(asked.reason()).isEqualTo(AssessmentReason.CASE_REOPENED);
        assertThat(again.next().file().breach()).isEqualTo(BreachQuestion.ASKED);
        assertThat(close(again.next()).missing()).contains("breach-assessment");
        CaseState without = after(answered, triage(SECURITY, SECURITY_ONLY));
        assertThat(without.file().breach()).isEqualTo(BreachQuestion.NOT_ASKED);
        assertThat(close(without).missing()).doesNotContain("breach-assessment");
    }

    /** Nobody would have to end it: only the steps of the present phase are asked for. */
    @Test
    void refusesToSetAStepOfAnEndedPhaseRunningAgain() {
        for (CaseState state : List.of(inForms(), readyToClose())) {
            StepEntry isolated = state.file().work().newest("C-08", 1).orElseThrow();
            Measure running = new Measure(
                    UUID.randomUUID(),
                    "C-08",
                    StepEntry.Outcome.STARTED,
                    isolated.startedAt(),
                    Optional.empty(),
                    "",
                    Optional.empty());
            assertThat(refused(decide(state, new CorrectStep(SECURITY, isolated.id(), running)))
                            .reason())
                    .isEqualTo(Refusal.STEP_OF_ANOTHER_PHASE);
        }
        CaseState contained = contained();
        StepEntry asked = contained.file().work().newest("C-02", 1).orElseThrow();
        Measure begun = new Measure(
                UUID.randomUUID(),
                "C-02",
                StepEntry.Outcome.STARTED,
                asked.startedAt(),
                Optional.empty(),
                "",
                Optional.empty());
        CaseState running = after(contained, new CorrectStep(SECURITY, asked.id(), begun));
        assertThat(DECISIONS.missingInPhase(running)).contains("step.C-02");
    }

    private static CaseState decided(boolean approved) {
        CaseState proposed = after(readyToClose(), new ProposeRecommendation(SECURITY, R));
        return after(proposed, new DecideRecommendation(HEAD, R, approved));
    }

    private static CaseCommand give(Optional<UUID> recommendation) {
        return new GiveTask(SECURITY, T, recommendation, OfficerRole.SECURITY_OFFICER, APRIL, CHICAGO);
    }

    private static Refused close(CaseState state) {
        Refused refused = refused(decide(state, new CloseCase(PRIVACY, CHICAGO, List.of())));
        assertThat(refused.reason()).isEqualTo(Refusal.OPEN_MATTERS_REMAIN);
        return refused;
    }

    private static <E extends Event> E told(Accepted accepted, Class<E> fact) {
        return accepted.facts().stream()
                .filter(CaseFact.Announced.class::isInstance)
                .map(one -> ((CaseFact.Announced) one).event())
                .filter(fact::isInstance)
                .map(fact::cast)
                .findFirst()
                .orElseThrow();
    }
}
