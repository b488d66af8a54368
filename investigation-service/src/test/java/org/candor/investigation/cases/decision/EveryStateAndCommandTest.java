package org.candor.investigation.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.decision.CaseFixtures.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.CasePhase;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.Review.Recommendation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state meets every command once; a new state or command that nobody thought through breaks the count. */
class EveryStateAndCommandTest {

    private static final UUID PROPOSED = UUID.randomUUID();
    private static final UUID UNAPPROVED = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();
    private static final int STATES = 7;
    private static final int COMMANDS = 25;

    private static final Map<CasePhase, CaseState> STATE = states();
    private static final Map<CommandName, Try> TRY = tries();
    private static final Map<CasePhase, Set<CommandName>> ALLOWED = allowed();

    /** How a command is given so that only the phase can be in its way. */
    private record Try(Function<CaseState, CaseState> given, Function<CaseState, CaseCommand> command) {}

    @TestFactory
    Stream<DynamicTest> answersAsThePolicySays() {
        return STATE.keySet().stream()
                .flatMap(phase -> TRY.keySet().stream()
                        .map(name -> DynamicTest.dynamicTest(phase + " × " + name, () -> check(phase, name))));
    }

    @Test
    void everyStateAndEveryCommandStandInTheTable() {
        assertThat(CaseState.class.getDeclaredClasses())
                .filteredOn(Class::isRecord)
                .hasSize(STATES);
        assertThat(CasePhase.values()).hasSize(STATES);
        assertThat(CommandName.values()).hasSize(COMMANDS);
        assertThat(commandRecords()).hasSize(COMMANDS);
        assertThat(STATE).hasSize(STATES);
        assertThat(TRY).hasSize(COMMANDS);
        assertThat(STATE.size() * TRY.size()).isEqualTo(175);
        assertThat(ALLOWED.values().stream().mapToInt(Set::size).sum()).isEqualTo(109);
    }

    @Test
    void aViewOffersWhatTheTableAllows() {
        Person everybody = new Person("all", EnumSet.allOf(OfficerRole.class));
        STATE.forEach((phase, state) -> assertThat(DECISIONS.offered(state, everybody))
                .as("in " + phase)
                .isEqualTo(ALLOWED.get(phase).stream()
                        .filter(name -> !name.internal())
                        .collect(Collectors.toSet())));
    }

    @TestFactory
    Stream<DynamicTest> nobodyGivesACommandThatIsNotHis() {
        return TRY.keySet().stream()
                .filter(name -> !name.internal())
                .map(name -> DynamicTest.dynamicTest(
                        name.toString(),
                        () -> STATE.values()
                                .forEach(state -> assertThat(refused(decide(
                                                        state,
                                                        byBystander(TRY.get(name)
                                                                .command
                                                                .apply(state))))
                                                .reason())
                                        .isEqualTo(Refusal.ANOTHER_ROLES_COMMAND))));
    }

    private void check(CasePhase phase, CommandName name) {
        Try attempt = TRY.get(name);
        CaseState state = attempt.given.apply(STATE.get(phase));
        Decision decision = decide(state, attempt.command.apply(state));
        boolean allowed = ALLOWED.get(phase).contains(name);
        if (allowed && !(phase == CasePhase.TRIAGE && name == CommandName.CORRECT_STEP)) {
            assertThat(decision).isInstanceOf(Accepted.class);
        } else {
            assertThat(decision).isInstanceOf(Refused.class);
            assertThat(((Refused) decision).reason()).isIn(expectedRefusals(phase, name));
        }
    }

    private static List<Refusal> expectedRefusals(CasePhase phase, CommandName name) {
        if (phase == CasePhase.CLOSED) {
            return List.of(Refusal.CASE_CLOSED);
        }
        return switch (name) {
            case CLOSE_CASE -> List.of(Refusal.OPEN_MATTERS_REMAIN);
            // Allowed, but before the first step there is nothing to correct.
            case CORRECT_STEP -> List.of(Refusal.UNKNOWN_ENTRY);
            default -> List.of(Refusal.WRONG_PHASE);
        };
    }

    private static Map<CasePhase, CaseState> states() {
        Map<CasePhase, CaseState> states = new EnumMap<>(CasePhase.class);
        Stream.of(inTriage(), judged(true), eradicated(), recovered(), formsSigned(inForms()), readyToClose(), closed())
                .forEach(state -> states.put(state.phase(), state));
        return states;
    }

    private static Map<CasePhase, Set<CommandName>> allowed() {
        Set<CommandName> known = EnumSet.of(
                CommandName.NOTE_ZONE,
                CommandName.NOTE_WORK,
                CommandName.NOTE_ASSESSMENT_OPENED,
                CommandName.NOTE_ASSESSMENT_CONCLUDED);
        Set<CommandName> noted = and(known, CommandName.NOTE_IDLE);
        Set<CommandName> triaged = EnumSet.copyOf(noted);
        triaged.addAll(EnumSet.of(
                CommandName.REQUEST_BREACH_ASSESSMENT,
                CommandName.CORRECT_STEP,
                CommandName.APPROVE_STEP,
                CommandName.INFORM_OFFICER,
                CommandName.EXTEND_COMPLAINT,
                CommandName.WRITE_DOCUMENTATION,
                CommandName.PROPOSE_RECOMMENDATION,
                CommandName.GIVE_TASK,
                CommandName.COMPLETE_TASK,
                CommandName.CANCEL_TASK,
                CommandName.ANSWER_COMPLAINT));
        Map<CasePhase, Set<CommandName>> allowed = new EnumMap<>(CasePhase.class);
        allowed.put(
                CasePhase.TRIAGE,
                and(
                        noted,
                        CommandName.TRIAGE_CASE,
                        CommandName.CORRECT_STEP,
                        CommandName.APPROVE_STEP,
                        CommandName.INFORM_OFFICER,
                        CommandName.EXTEND_COMPLAINT,
                        CommandName.WRITE_DOCUMENTATION));
        allowed.put(
                CasePhase.CONTAINMENT,
                and(triaged, CommandName.RECORD_STEP, CommandName.DECIDE_SAFE_TO_CONTINUE, CommandName.COMPLETE_PHASE));
        allowed.put(CasePhase.ERADICATION, and(triaged, CommandName.RECORD_STEP, CommandName.COMPLETE_PHASE));
        allowed.put(CasePhase.RECOVERY, and(triaged, CommandName.RECORD_STEP, CommandName.COMPLETE_PHASE));
        allowed.put(CasePhase.FORMS, and(triaged, CommandName.SIGN_FORM, CommandName.COMPLETE_PHASE));
        allowed.put(
                CasePhase.FOLLOW_UP,
                and(
                        triaged,
                        CommandName.SIGN_FORM,
                        CommandName.WRITE_FOLLOW_UP,
                        CommandName.DECIDE_RECOMMENDATION,
                        CommandName.CLOSE_CASE));
        allowed.put(CasePhase.CLOSED, and(known, CommandName.REOPEN_CASE));
        return allowed;
    }

    private static Set<CommandName> and(Set<CommandName> some, CommandName... more) {
        Set<CommandName> all = EnumSet.copyOf(some);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static Map<CommandName, Try> tries() {
        Map<CommandName, Try> tries = new LinkedHashMap<>();
        Stream.of(
                        plain(state -> triage(PRIVACY, BOTH_WITH_PHI)),
                        plain(state -> new CaseCommand.RequestBreachAssessment(PRIVACY)),
                        plain(state -> done(informingStep(state), NOW.minusSeconds(60), NOW)),
                        plain(EveryStateAndCommandTest::correction),
                        new Try(
                                EveryStateAndCommandTest::withUnapproved,
                                state -> new CaseCommand.ApproveStep(HEAD, UNAPPROVED)),
                        plain(state -> new CaseCommand.InformOfficer(SECURITY, OfficerRole.PRIVACY_OFFICER)),
                        plain(state -> new CaseCommand.DecideSafeToContinue(SECURITY, false)),
                        plain(state -> new CaseCommand.CompletePhase(SECURITY, state.phase())),
                        plain(state -> new CaseCommand.WriteDocumentation(SECURITY, Set.of(DocumentationItem.DAMAGE))),
                        new Try(
                                state -> state instanceof CaseState.OpenCase ? documented(state) : state,
                                state -> sign(PRIVACY, Form.PRIVACY_INCIDENT_REPORT)),
                        plain(state -> new CaseCommand.WriteFollowUp(PRIVACY, Set.of(FollowUpItem.COST))),
                        plain(state -> new CaseCommand.ProposeRecommendation(PRIVACY, UUID.randomUUID())),
                        new Try(
                                EveryStateAndCommandTest::withProposal,
                                state -> new CaseCommand.DecideRecommendation(HEAD, PROPOSED, true)),
                        plain(state -> giveTask(UUID.randomUUID())),
                        new Try(
                                EveryStateAndCommandTest::withTask,
                                state -> new CaseCommand.CompleteTask(HEAD, TASK, CHICAGO)),
                        new Try(
                                EveryStateAndCommandTest::withTask,
                                state -> new CaseCommand.CancelTask(PRIVACY, TASK, CHICAGO)),
                        new Try(EveryStateAndCommandTest::withComplaint, state -> extension("2026-04-20")),
                        new Try(EveryStateAndCommandTest::withComplaint, state -> answer("2026-03-10")),
                        plain(state -> new CaseCommand.CloseCase(PRIVACY, CHICAGO, List.of())),
                        plain(state -> new CaseCommand.ReopenCase(HEAD)),
                        plain(state -> new CaseCommand.NoteZone(CHICAGO)),
                        plain(state -> new CaseCommand.NoteIdle(NOW, CHICAGO)),
                        plain(state -> new CaseCommand.NoteWork()),
                        plain(state -> new CaseCommand.NoteAssessmentOpened()),
                        plain(state -> new CaseCommand.NoteAssessmentConcluded()))
                .forEach(attempt -> tries.put(attempt.command.apply(inTriage()).name(), attempt));
        return tries;
    }

    private static Try plain(Function<CaseState, CaseCommand> command) {
        return new Try(Function.identity(), command);
    }

    private static String informingStep(CaseState state) {
        return switch (state.phase()) {
            case ERADICATION -> "E-05";
            case RECOVERY -> "V-08";
            default -> "C-16";
        };
    }

    private static CaseCommand correction(CaseState state) {
        Optional<StepEntry> wrong =
                state.file().work().newest("C-02", state.file().round());
        Instant start = NOW.minusSeconds(60);
        return new CaseCommand.CorrectStep(
                SECURITY, wrong.map(StepEntry::id).orElseGet(UUID::randomUUID), measure("C-02", start, NOW));
    }

    private static CaseState withComplaint(CaseState state) {
        return state.with(state.file().with(Complaint.received(NOW)));
    }

    private static CaseState withUnapproved(CaseState state) {
        CaseFile file = state.file();
        StepEntry entry = new StepEntry(
                UNAPPROVED,
                "C-17",
                StepEntry.Outcome.DONE,
                Optional.of(NOW),
                Optional.of(NOW),
                SECURITY.subject(),
                NOW,
                Optional.empty(),
                false,
                file.round());
        return state.with(file.with(file.work().recorded(entry)));
    }

    private static CaseState withProposal(CaseState state) {
        Recommendation proposed = new Recommendation(PROPOSED, PRIVACY.subject(), NOW, Optional.empty());
        return state.with(state.file().with(state.file().review().with(proposed)));
    }

    private static CaseState withTask(CaseState state) {
        return state instanceof CaseState.TriagedCase ? after(state, giveTask(TASK)) : state;
    }

    private static CaseCommand giveTask(UUID id) {
        return new CaseCommand.GiveTask(
                PRIVACY, id, Optional.empty(), OfficerRole.SECURITY_OFFICER, day("2026-04-01"), CHICAGO);
    }

    private static List<Class<?>> commandRecords() {
        return Arrays.stream(CaseCommand.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .filter(CaseCommand.class::isAssignableFrom)
                .collect(Collectors.toList());
    }

    private static CaseCommand byBystander(CaseCommand command) {
        return switch (command) {
            case CaseCommand.TriageCase c -> triage(BYSTANDER, c.as());
            case CaseCommand.RequestBreachAssessment c -> new CaseCommand.RequestBreachAssessment(BYSTANDER);
            case CaseCommand.RecordStep c -> new CaseCommand.RecordStep(BYSTANDER, c.measure());
            case CaseCommand.CorrectStep c -> new CaseCommand.CorrectStep(BYSTANDER, c.wrong(), c.measure());
            case CaseCommand.DecideSafeToContinue c -> new CaseCommand.DecideSafeToContinue(BYSTANDER, c.safe());
            case CaseCommand.CompletePhase c -> new CaseCommand.CompletePhase(BYSTANDER, c.phase());
            case CaseCommand.WriteDocumentation c -> new CaseCommand.WriteDocumentation(BYSTANDER, c.answered());
            case CaseCommand.SignForm c -> sign(BYSTANDER, c.form());
            case CaseCommand.WriteFollowUp c -> new CaseCommand.WriteFollowUp(BYSTANDER, c.answered());
            case CaseCommand.ProposeRecommendation c ->
                new CaseCommand.ProposeRecommendation(BYSTANDER, c.recommendation());
            case CaseCommand.DecideRecommendation c ->
                new CaseCommand.DecideRecommendation(BYSTANDER, c.recommendation(), true);
            case CaseCommand.GiveTask c ->
                new CaseCommand.GiveTask(BYSTANDER, c.task(), c.recommendation(), c.owner(), c.dueOn(), c.zone());
            case CaseCommand.CompleteTask c -> new CaseCommand.CompleteTask(BYSTANDER, c.task(), c.zone());
            case CaseCommand.CancelTask c -> new CaseCommand.CancelTask(BYSTANDER, c.task(), c.zone());
            case CaseCommand.ApproveStep c -> new CaseCommand.ApproveStep(BYSTANDER, c.entry());
            case CaseCommand.InformOfficer c -> new CaseCommand.InformOfficer(BYSTANDER, c.informed());
            case CaseCommand.ExtendComplaint c ->
                new CaseCommand.ExtendComplaint(BYSTANDER, c.letter(), c.until(), c.zone());
            case CaseCommand.AnswerComplaint c ->
                new CaseCommand.AnswerComplaint(BYSTANDER, c.letter(), c.result(), c.zone());
            case CaseCommand.CloseCase c -> new CaseCommand.CloseCase(BYSTANDER, c.zone(), c.costs());
            case CaseCommand.ReopenCase c -> new CaseCommand.ReopenCase(BYSTANDER);
            case CaseCommand.NoteZone c -> c;
            case CaseCommand.NoteIdle c -> c;
            case CaseCommand.NoteWork c -> c;
            case CaseCommand.NoteAssessmentOpened c -> c;
            case CaseCommand.NoteAssessmentConcluded c -> c;
        };
    }
}
