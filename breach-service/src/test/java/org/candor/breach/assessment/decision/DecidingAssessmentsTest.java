package org.candor.breach.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.breach.assessment.decision.AssessmentFixtures.NOW;
import static org.candor.breach.assessment.decision.AssessmentFixtures.accepted;
import static org.candor.breach.assessment.decision.AssessmentFixtures.because;
import static org.candor.breach.assessment.decision.AssessmentFixtures.candidate;
import static org.candor.breach.assessment.decision.AssessmentFixtures.concluding;
import static org.candor.breach.assessment.decision.AssessmentFixtures.counted;
import static org.candor.breach.assessment.decision.AssessmentFixtures.followUp;
import static org.candor.breach.assessment.decision.AssessmentFixtures.highRisk;
import static org.candor.breach.assessment.decision.AssessmentFixtures.inWisconsinsLaw;
import static org.candor.breach.assessment.decision.AssessmentFixtures.lowRisk;
import static org.candor.breach.assessment.decision.AssessmentFixtures.nothingOwed;
import static org.candor.breach.assessment.decision.AssessmentFixtures.noticesOwed;
import static org.candor.breach.assessment.decision.AssessmentFixtures.opened;
import static org.candor.breach.assessment.decision.AssessmentFixtures.refused;
import static org.candor.breach.assessment.decision.AssessmentFixtures.sentOn;
import static org.candor.breach.assessment.decision.AssessmentFixtures.with;
import static org.candor.breach.assessment.decision.AssessmentFixtures.withCounsel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.breach.assessment.decision.Assessment.Presumed;
import org.candor.breach.assessment.decision.Command.Conclude;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts.Undeliverable;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.breach.obligations.decision.NoticeFacts;
import org.candor.breach.obligations.decision.Precondition;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent.KnownBy;
import org.junit.jupiter.api.Test;

/** Policy III.A and 45 CFR 164.402, sentence by sentence. */
class DecidingAssessmentsTest {

    /** 45 CFR 164.402(2). */
    @Test
    void opensAsPresumedABreachWithTheReportsKnowledgeAsCandidate() {
        Decision.Accepted opened = DecidingAssessments.open(
                AssessmentFixtures.CHICAGO, Capacity.COVERED_ENTITY, List.of(AssessmentFixtures.clerk()));
        assertThat(opened.next()).isInstanceOf(Presumed.class);
        assertThat(opened.next().edition()).isEqualTo(1);
        assertThat(opened.next().duties()).isEmpty();
        assertThat(opened.facts()).singleElement().satisfies(fact -> {
            Decision.Fact.DiscoveryDetermined discovery = (Decision.Fact.DiscoveryDetermined) fact;
            assertThat(discovery.on()).contains(LocalDate.of(2026, 4, 7));
            assertThat(discovery.reason()).contains("workforce");
        });
        assertThat(opened.next().dossier().suggestion().outcome()).isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
    }

    /** Policy III.A.2.a and III.A.5. */
    @Test
    void concludesThatItIsNoBreachOnlyFromACompleteWorksheet() {
        Decision.Refused refused = refused(opened(), because(AssessmentOutcome.NOT_A_BREACH, "it feels harmless"));
        assertThat(refused.reason()).isEqualTo(Decision.Reason.SOMETHING_IS_MISSING);
        assertThat(refused.missing()).isEqualTo(Worksheet.EMPTY.missing());
        Decision.Accepted accepted = accepted(counted(lowRisk()), concluding(AssessmentOutcome.NOT_A_BREACH));
        assertThat(accepted.next()).isInstanceOf(Assessment.NothingOwed.class);
        assertThat(accepted.next().duties()).isEmpty();
        assertThat(accepted.next().edition()).isEqualTo(1);
    }

    /** Policy III.A.2.b; whoever tells everybody need not prove that he must. */
    @Test
    void concludesAReportableBreachOnThePresumptionAlone() {
        Decision.Accepted accepted = accepted(counted(), concluding(AssessmentOutcome.REPORTABLE_BREACH));
        assertThat(accepted.next()).isInstanceOf(Assessment.NoticesOwed.class);
        assertThat(accepted.next().duties()).isPresent();
        assertThat(accepted.facts()).singleElement().satisfies(fact -> {
            Conclusion conclusion = ((Decision.Fact.AssessmentConcluded) fact).conclusion();
            assertThat(conclusion.decidedBy()).isEqualTo("privacy-officer");
            assertThat(conclusion.decidedAt()).isEqualTo(NOW);
            assertThat(conclusion.suggestion().presumed()).isTrue();
            assertThat(conclusion.bringsDuties()).isTrue();
        });
    }

    @Test
    void asksForCountAndDiscoveryBeforeDutiesCanBeComputed() {
        assertThat(refused(opened(), concluding(AssessmentOutcome.REPORTABLE_BREACH))
                        .missing())
                .containsExactly("notice.individuals.total");
        Presumed nobodyKnows =
                (Presumed) DecidingAssessments.open(AssessmentFixtures.CHICAGO, Capacity.COVERED_ENTITY, List.of())
                        .next();
        assertThat(refused(nobodyKnows, concluding(AssessmentOutcome.REPORTABLE_BREACH))
                        .missing())
                .containsExactly("notice.individuals.total", "knowledge");
    }

    @Test
    void asksForAReasonAgainstTheSuggestion() {
        assertThat(refused(counted(lowRisk()), concluding(AssessmentOutcome.REPORTABLE_BREACH))
                        .missing())
                .containsExactly("reason");
        assertThat(refused(counted(highRisk()), concluding(AssessmentOutcome.NOT_A_BREACH))
                        .missing())
                .containsExactly("reason");
        accepted(counted(highRisk()), because(AssessmentOutcome.NOT_A_BREACH, "the vendor swore an oath"));
    }

    /** Policy III.A.2.c. */
    @Test
    void asksForCounselsNoteWhereOnlyTheStatesLawIsTouched() {
        Presumed state = inWisconsinsLaw(lowRisk());
        assertThat(refused(state, concluding(AssessmentOutcome.STATE_VIOLATION_ONLY))
                        .missing())
                .containsExactly("counselNote");
        Decision.Accepted accepted =
                accepted(state, withCounsel(AssessmentOutcome.STATE_VIOLATION_ONLY, "", "talked on 20 April"));
        assertThat(accepted.next()).isInstanceOf(Assessment.NoticesOwed.class);
    }

    /** Policy III.A.2.d. */
    @Test
    void asksForCounselsNoteWhereBothLawsAreTouched() {
        Presumed state = inWisconsinsLaw(highRisk());
        assertThat(refused(state, concluding(AssessmentOutcome.BREACH_AND_STATE_VIOLATION))
                        .missing())
                .containsExactly("counselNote");
        accepted(state, withCounsel(AssessmentOutcome.BREACH_AND_STATE_VIOLATION, "", "talked on 20 April"));
    }

    @Test
    void asksWhichStatesLawWhereAStatesLawIsSaidToBeTouched() {
        assertThat(refused(
                                counted(lowRisk()),
                                withCounsel(AssessmentOutcome.STATE_VIOLATION_ONLY, "counsel says so", "a note"))
                        .missing())
                .containsExactly("notice.statePersonalInformation");
        assertThat(refused(opened(), withCounsel(AssessmentOutcome.STATE_VIOLATION_ONLY, "x", "y"))
                        .missing())
                .contains("gates.phi", "notice.individuals.total");
    }

    /** Policy III.A.2.e. */
    @Test
    void asksForThreeReasonedDecisionsWhereOnlyPolicyWasBroken() {
        Presumed state = counted(with(lowRisk(), new PolicyFinding(true, "the list was not minimal")));
        assertThat(refused(state, concluding(AssessmentOutcome.POLICY_VIOLATION_ONLY))
                        .missing())
                .containsExactly("followUp");
        assertThat(refused(state, following("", "b", "c")).missing()).containsExactly("followUp");
        assertThat(refused(state, following("a", " ", "c")).missing()).containsExactly("followUp");
        assertThat(refused(state, following("a", "b", "")).missing()).containsExactly("followUp");
        assertThat(accepted(state, following("a", "b", "c")).next()).isInstanceOf(Assessment.NothingOwed.class);
    }

    @Test
    void freezesTheWorksheetWithTheConclusionButNotTheCounts() {
        Assessment owed = noticesOwed();
        assertThat(refused(owed, new Command.RecordFacts(lowRisk(), AssessmentFixtures.counts()))
                        .reason())
                .isEqualTo(Decision.Reason.WORKSHEET_FROZEN);
        NoticeFacts more = AssessmentFixtures.counts().counting(AssessmentFixtures.STORY, new Undeliverable(4, 0));
        Decision.Accepted accepted = accepted(owed, new Command.RecordFacts(Worksheet.EMPTY, more));
        assertThat(accepted.next().dossier().notice()).isEqualTo(more);
        assertThat(accepted.next().duties()).isPresent();
        assertThat(accepted.facts()).isEmpty();
    }

    /** Policy III.C. */
    @Test
    void recomputesTheDiscoveryWhenEarlierKnowledgeTurnsUp() {
        Decision.Accepted accepted =
                accepted(noticesOwed(), new Command.AddKnowledge(candidate("nurse", "2026-04-01", Optional.empty())));
        assertThat(accepted.facts())
                .singleElement()
                .satisfies(fact -> assertThat(((Decision.Fact.DiscoveryDetermined) fact).on())
                        .contains(LocalDate.of(2026, 4, 1)));
        assertThat(accepted.next().dossier().candidates()).hasSize(2);
        assertThat(accepted(noticesOwed(), new Command.AddKnowledge(candidate("late", "2026-04-09", Optional.empty())))
                        .facts())
                .isEmpty();
    }

    @Test
    void correctsACandidateByAnotherThatReplacesItAndKeepsBoth() {
        Decision.Accepted accepted =
                accepted(opened(), new Command.AddKnowledge(candidate("clerk-2", "2026-04-08", Optional.of("clerk"))));
        assertThat(accepted.next().dossier().discovery().on()).contains(LocalDate.of(2026, 4, 8));
        assertThat(accepted.next().dossier().candidates()).hasSize(2);
        assertThat(accepted.next().dossier().knowledge()).hasSize(1);
        assertThat(refused(opened(), new Command.AddKnowledge(candidate("x", "2026-04-08", Optional.of("nobody"))))
                        .reason())
                .isEqualTo(Decision.Reason.UNKNOWN_CANDIDATE);
    }

    @Test
    void refusesACandidateUnderAKeyThatIsTakenSoThatNoneCanReplaceItself() {
        Command same = new Command.AddKnowledge(candidate("clerk", "2026-04-08", Optional.empty()));
        assertThat(refused(opened(), same).reason()).isEqualTo(Decision.Reason.KNOWN_CANDIDATE);
        Command itself = new Command.AddKnowledge(candidate("clerk", "2026-04-08", Optional.of("clerk")));
        assertThat(refused(opened(), itself).reason()).isEqualTo(Decision.Reason.KNOWN_CANDIDATE);
    }

    @Test
    void refusesFactsThatContradictThemselves() {
        Decision.Refused refused = refused(noticesOwed(), new Command.RecordSending(sentOn("2026-04-06")));
        assertThat(refused.reason()).isEqualTo(Decision.Reason.FACTS_CONTRADICT);
        assertThat(refused.broken().stream().map(Precondition.Broken::which))
                .containsExactly(Precondition.SENT_BEFORE_DISCOVERY);
        assertThat(refused(opened(), new Command.RecordSending(sentOn("2026-04-06")))
                        .reason())
                .isEqualTo(Decision.Reason.FACTS_CONTRADICT);
    }

    /** Duties do not disappear because a form was left empty. */
    @Test
    void refusesToTakeTheGroundFromDutiesThatStand() {
        NoticeFacts empty = NoticeFacts.of(Capacity.COVERED_ENTITY);
        assertThat(refused(noticesOwed(), new Command.RecordFacts(Worksheet.EMPTY, empty))
                        .missing())
                .containsExactly("notice.individuals.total");
        Assessment reopened =
                accepted(noticesOwed(), new Command.Reopen("a second file")).next();
        assertThat(refused(reopened, new Command.RecordFacts(Worksheet.EMPTY, empty))
                        .missing())
                .containsExactly("notice.individuals.total");
        assertThat(refused(noticesOwed(), new Command.AddKnowledge(wrongdoerInsteadOf("clerk")))
                        .missing())
                .containsExactly("knowledge");
        Assessment state = accepted(
                        inWisconsinsLaw(lowRisk()), withCounsel(AssessmentOutcome.STATE_VIOLATION_ONLY, "", "a note"))
                .next();
        assertThat(refused(state, new Command.RecordFacts(lowRisk(), AssessmentFixtures.counts()))
                        .missing())
                .containsExactly("notice.statePersonalInformation");
    }

    private static Candidate wrongdoerInsteadOf(String key) {
        Knowledge knowledge =
                Knowledge.of("insider", KnownBy.WRONGDOER, Basis.ACTUAL, new Moment.OnDay(LocalDate.of(2026, 4, 1)));
        return new Candidate(knowledge, "", Optional.of(key), NOW);
    }

    @Test
    void keepsWhatWasSent() {
        Decision.Accepted accepted = accepted(noticesOwed(), new Command.RecordSending(sentOn("2026-04-19")));
        assertThat(accepted.next().dossier().sent().individualFirst()).contains(LocalDate.of(2026, 4, 19));
    }

    @Test
    void adoptsTheRostersCounts() {
        Decision.Accepted accepted =
                accepted(noticesOwed(), new Command.AdoptCounts(AssessmentFixtures.STORY, new Undeliverable(10, 3)));
        assertThat(accepted.next().dossier().notice().undeliverable()).isEqualTo(new Undeliverable(10, 3));
        assertThat(accepted.next().dossier().facts(true)).isPresent();
        assertThat(opened().dossier().facts(true)).isEmpty();
    }

    @Test
    void reopensIntoTheNextEditionWhileDutiesStand() {
        Decision.Accepted accepted = accepted(noticesOwed(), new Command.Reopen("a second file"));
        assertThat(accepted.next().edition()).isEqualTo(2);
        assertThat(accepted.next().duties()).isPresent();
        assertThat(accepted.facts()).containsExactly(new Decision.Fact.AssessmentReopened("a second file"));
        assertThat(accepted(nothingOwed(), new Command.Reopen("a second file"))
                        .next()
                        .duties())
                .isEmpty();
        assertThat(refused(noticesOwed(), new Command.Reopen(" ")).missing()).containsExactly("reason");
    }

    private static Conclude following(String first, String second, String third) {
        return new Conclude(
                AssessmentOutcome.POLICY_VIOLATION_ONLY,
                "",
                "",
                Optional.of(followUp(first, second, third)),
                "privacy-officer");
    }
}
