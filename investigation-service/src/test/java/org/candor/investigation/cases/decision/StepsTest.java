package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.ApproveStep;
import org.candor.investigation.cases.decision.CaseCommand.CorrectStep;
import org.candor.investigation.cases.decision.CaseCommand.Measure;
import org.candor.investigation.cases.decision.CaseCommand.RecordStep;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.StepEntry.Outcome;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Instant TEN = Instant.parse("2026-03-10T10:00:00Z");

    private final CaseState containment = triaged(BOTH_WITHOUT_PHI);

    /** Policy I.D.1.c.ii: volatile data is taken before the system is frozen. */
    @Test
    void refusesToIsolateBeforeVolatileDataIsCaptured() {
        CaseState consulted = after(containment, minute("C-04", 0));
        Refused refused = refused(decide(consulted, minute("C-08", 10)));
        assertThat(refused.reason()).isEqualTo(Refusal.ORDER_RULE_BROKEN);
        assertThat(refused.missing()).containsExactly("order.volatile-data-before-freezing");
    }

    /** Policy I.D.1.c.ii: the times count, not the order in which the entries are written. */
    @Test
    void refusesAnIsolationThatBeganBeforeTheCaptureHadEnded() {
        CaseState captured = after(after(containment, minute("C-04", 0)), minute("C-05", 10));
        assertThat(refused(decide(captured, minute("C-08", 5))).missing())
                .containsExactly("order.volatile-data-before-freezing");
        assertThat(after(captured, minute("C-08", 11)).file().work().entries()).hasSize(3);
    }

    /** Policy I.D.1.c.ii says "whenever possible": with a reason the capture may be set aside. */
    @Test
    void allowsToIsolateWhenTheCaptureIsNotPossible() {
        CaseState setAside =
                after(after(containment, minute("C-04", 0)), notApplicable("C-05", "Powered off by theft"));
        assertThat(after(setAside, minute("C-08", 10)).file().work().entries()).hasSize(3);
    }

    /** Policy I.D.1.c.i: the IT director is asked before a system leaves the network. */
    @Test
    void refusesToIsolateBeforeTheItDirectorIsAsked() {
        CaseState captured = after(containment, minute("C-05", 0));
        assertThat(refused(decide(captured, minute("C-08", 10))).missing())
                .containsExactly("order.it-director-before-removal");
    }

    /** Policy I.D.1.c.ii asks for it always; where there is no room to secure, that is said. */
    @Test
    void asksThatTheRoomIsSecuredOrWhyThereIsNone() {
        assertThat(DECISIONS.missingInPhase(containment)).contains("step.C-06");
        CaseState hosted = after(containment, notApplicable("C-06", "The server is hosted; there is no room of ours"));
        assertThat(DECISIONS.missingInPhase(hosted)).doesNotContain("step.C-06");
    }

    /** Policy I.D.1.c.iii: no reboot and no change between isolation and capture. */
    @Test
    void refusesARestartBetweenIsolationAndCapture() {
        CaseState isolated = isolated();
        assertThat(refused(decide(isolated, minute("C-17", 30))).missing())
                .containsExactly("order.no-change-between-isolation-and-capture");
        CaseState retrieved = after(isolated, minute("C-09", 40));
        assertThat(refused(decide(retrieved, minute("C-17", 30))).reason()).isEqualTo(Refusal.ORDER_RULE_BROKEN);
        assertThat(after(retrieved, minute("C-17", 41)).file().work().entries()).hasSize(5);
    }

    /** Policy I.D.1.c.iii, told afterwards: an earlier restart does not become lawful by being written first. */
    @Test
    void refusesAnIsolationThatARecordedRestartHasFollowed() {
        CaseState restarted =
                after(after(after(containment, minute("C-04", 0)), minute("C-05", 1)), minute("C-17", 50));
        assertThat(refused(decide(restarted, minute("C-08", 20))).missing())
                .containsExactly("order.no-change-between-isolation-and-capture");
    }

    /** Policy I.D.1.c.ii: no broadcast alert while the intruder still has access. */
    @Test
    void refusesABroadcastAlertBeforeTheAccountsAreSecured() {
        CaseState decided = after(containment, minute("C-15a", 0));
        assertThat(refused(decide(decided, minute("C-15b", 5))).missing())
                .containsExactly("order.quiet-until-accounts-are-secured");
    }

    /** Policy I.D.2: what was done is recorded as it was, also when it broke a rule; it then says so. */
    @Test
    void recordsADeviationWithItsReason() {
        Measure measure = new Measure(
                UUID.randomUUID(),
                "C-08",
                Outcome.DONE,
                Optional.of(TEN),
                Optional.of(TEN.plusSeconds(60)),
                "Cable pulled by the night shift",
                Optional.of("Nobody on site knew how to capture memory"));
        CaseState deviated = after(containment, new RecordStep(SECURITY, measure));
        assertThat(deviated.file().work().entries().getLast().deviates()).isTrue();
        assertThat(after(deviated, minute("C-02", 5)).file().work().entries()).hasSize(2);
    }

    /** Policy I.D.2: start and end times of all efforts. */
    @Test
    void refusesAnEndBeforeTheStart() {
        assertThat(refused(decide(containment, done("C-01", TEN, TEN.minusSeconds(1))))
                        .reason())
                .isEqualTo(Refusal.END_BEFORE_START);
    }

    @Test
    void refusesTimesThatAreMissingOrHaveNotComeYet() {
        assertThat(reasonOf("C-01", Outcome.DONE, Optional.of(TEN), Optional.empty(), "Found"))
                .isEqualTo(Refusal.TIMES_MISSING);
        assertThat(reasonOf("C-01", Outcome.STARTED, Optional.of(TEN), Optional.of(TEN), ""))
                .isEqualTo(Refusal.TIMES_MISSING);
        assertThat(reasonOf("C-01", Outcome.NOT_APPLICABLE, Optional.of(TEN), Optional.empty(), "None"))
                .isEqualTo(Refusal.TIMES_MISSING);
        Instant later = NOW.plus(Duration.ofMinutes(3));
        assertThat(reasonOf("C-01", Outcome.DONE, Optional.of(later), Optional.of(later), "Found"))
                .isEqualTo(Refusal.TIME_IN_THE_FUTURE);
    }

    @Test
    void refusesAResultOrReasonWithoutWords() {
        assertThat(reasonOf("C-01", Outcome.DONE, Optional.of(TEN), Optional.of(TEN), " "))
                .isEqualTo(Refusal.WORDS_MISSING);
        assertThat(reasonOf("C-01", Outcome.NOT_APPLICABLE, Optional.empty(), Optional.empty(), ""))
                .isEqualTo(Refusal.WORDS_MISSING);
    }

    @Test
    void refusesAStepOfAnotherPhaseAndAnUnknownOne() {
        assertThat(refused(decide(containment, minute("E-01", 0))).reason()).isEqualTo(Refusal.STEP_OF_ANOTHER_PHASE);
        assertThat(refused(decide(containment, minute("Z-99", 0))).reason()).isEqualTo(Refusal.UNKNOWN_STEP);
    }

    @Test
    void refusesASecondEntryForAStepThatIsDone() {
        CaseState once = after(containment, minute("C-01", 0));
        assertThat(refused(decide(once, minute("C-01", 5))).reason()).isEqualTo(Refusal.STEP_RECORDED_ALREADY);
    }

    /** Policy I.D.2: each update to the privacy officer is an entry. */
    @Test
    void takesEveryUpdateToThePrivacyOfficer() {
        CaseState twice = after(after(containment, minute("C-16", 0)), minute("C-16", 30));
        assertThat(twice.file().work().standing(1)).hasSize(2);
    }

    @Test
    void anEndTakesThePlaceOfTheBeginning() {
        Measure begun = new Measure(
                UUID.randomUUID(), "C-02", Outcome.STARTED, Optional.of(TEN), Optional.empty(), "", Optional.empty());
        CaseState started = after(containment, new RecordStep(SECURITY, begun));
        CaseState ended = after(started, minute("C-02", 0));
        assertThat(ended.file().work().standing(1)).singleElement().matches(entry -> entry.outcome() == Outcome.DONE);
        assertThat(ended.file().work().entries()).hasSize(2);
    }

    /** Steps are never edited; the wrong entry stays on record. */
    @Test
    void correctsByALaterEntry() {
        CaseState wrong = after(containment, minute("C-01", 0));
        UUID entry = wrong.file().work().entries().getFirst().id();
        CaseState corrected = after(
                wrong, new CorrectStep(SECURITY, entry, measure("C-01", TEN.plusSeconds(600), TEN.plusSeconds(660))));
        assertThat(corrected.file().work().entries()).hasSize(2);
        assertThat(corrected.file().work().standing(1)).hasSize(1);
        assertThat(refused(decide(corrected, new CorrectStep(SECURITY, entry, measure("C-01", TEN, TEN))))
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_ENTRY);
    }

    @Test
    void refusesToCorrectAStepWithTheEntryOfAnother() {
        CaseState recorded = after(containment, minute("C-01", 0));
        UUID entry = recorded.file().work().entries().getFirst().id();
        assertThat(refused(decide(recorded, new CorrectStep(SECURITY, entry, measure("C-02", TEN, TEN))))
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_ENTRY);
    }

    /** Policy I.D.1.c.ii: while the response is kept quiet, nobody alerts all users. */
    @Test
    void refusesABroadcastAlertInQuietMode() {
        CaseState secured = after(after(containment, minute("C-15a", 0)), minute("C-10", 1));
        Measure begun = new Measure(
                UUID.randomUUID(), "C-07", Outcome.STARTED, Optional.of(TEN), Optional.empty(), "", Optional.empty());
        CaseState quiet = after(secured, new RecordStep(SECURITY, begun));
        assertThat(refused(decide(quiet, minute("C-15b", 5))).missing())
                .containsExactly("order.no-broadcast-in-quiet-mode");
        CaseState over = after(quiet, done("C-07", TEN, TEN.plus(Duration.ofMinutes(4))));
        assertThat(after(over, minute("C-15b", 5)).file().work().standing(1)).hasSize(4);
    }

    /** Who records something proposes it; somebody else stands for it, and until then the phase does not end. */
    @Test
    void aStepThatNeedsApprovalIsOpenUntilSomebodyElseApprovesIt() {
        CaseState restarted = after(containment, minute("C-17", 0));
        UUID entry = restarted.file().work().entries().getFirst().id();
        assertThat(DECISIONS.missingInPhase(restarted)).contains("step.C-17.approval");
        assertThat(reason(restarted, new ApproveStep(SECURITY, entry))).isEqualTo(Refusal.OWN_STEP);
        CaseState approved = after(restarted, new ApproveStep(HEAD, entry));
        assertThat(DECISIONS.missingInPhase(approved)).doesNotContain("step.C-17.approval");
        assertThat(reason(approved, new ApproveStep(HEAD, entry))).isEqualTo(Refusal.STEP_APPROVED_ALREADY);
    }

    /** A correction is a new proposal: the approval of what it replaces does not carry over. */
    @Test
    void aCorrectedStepNeedsANewApprovalAndItsFirstRecorderCannotGiveIt() {
        CaseState restarted = after(containment, minute("C-17", 0));
        UUID first = lastEntry(restarted);
        CaseState approved = after(restarted, new ApproveStep(HEAD, first));
        Person colleague = new Person("col", Set.of(OfficerRole.INVESTIGATOR));
        CaseState corrected =
                after(approved, new CorrectStep(colleague, first, measure("C-17", TEN, TEN.plusSeconds(30))));
        assertThat(DECISIONS.missingInPhase(corrected)).contains("step.C-17.approval");
        assertThat(DECISIONS.openMatters(corrected)).contains("step.C-17.approval");
        assertThat(reason(corrected, new ApproveStep(SECURITY, lastEntry(corrected))))
                .isEqualTo(Refusal.OWN_STEP);
    }

    @Test
    void refusesTheApprovalOfWhatNeedsNoneOrIsNotDone() {
        CaseState found = after(containment, minute("C-01", 0));
        assertThat(reason(found, new ApproveStep(HEAD, lastEntry(found)))).isEqualTo(Refusal.NO_APPROVAL_ASKED);
        assertThat(reason(found, new ApproveStep(HEAD, UUID.randomUUID()))).isEqualTo(Refusal.UNKNOWN_ENTRY);
        Measure begun = new Measure(
                UUID.randomUUID(), "C-17", Outcome.STARTED, Optional.of(TEN), Optional.empty(), "", Optional.empty());
        CaseState started = after(containment, new RecordStep(SECURITY, begun));
        assertThat(reason(started, new ApproveStep(HEAD, begun.entry()))).isEqualTo(Refusal.STEP_NOT_DONE);
    }

    private static UUID lastEntry(CaseState state) {
        return state.file().work().entries().getLast().id();
    }

    private static Refusal reason(CaseState state, CaseCommand command) {
        return refused(decide(state, command)).reason();
    }

    private CaseState isolated() {
        return after(after(after(containment, minute("C-04", 0)), minute("C-05", 10)), minute("C-08", 20));
    }

    private Refusal reasonOf(
            String step, Outcome outcome, Optional<Instant> start, Optional<Instant> end, String words) {
        Measure measure = new Measure(UUID.randomUUID(), step, outcome, start, end, words, Optional.empty());
        return refused(decide(containment, new RecordStep(SECURITY, measure))).reason();
    }

    private static CaseCommand minute(String step, int minute) {
        Instant start = TEN.plus(Duration.ofMinutes(minute));
        return done(step, start, start.plusSeconds(60));
    }

    private static CaseCommand notApplicable(String step, String why) {
        return new RecordStep(
                SECURITY,
                new Measure(
                        UUID.randomUUID(),
                        step,
                        Outcome.NOT_APPLICABLE,
                        Optional.empty(),
                        Optional.empty(),
                        why,
                        Optional.empty()));
    }
}
