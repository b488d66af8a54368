package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CommandName.*;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.cases.decision.CaseState.Closed;
import org.candor.investigation.cases.decision.CaseState.InContainment;
import org.candor.investigation.cases.decision.CaseState.InFollowUp;
import org.candor.investigation.cases.decision.CaseState.InForms;
import org.candor.investigation.cases.decision.CaseState.InTriage;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
import org.candor.investigation.cases.decision.CaseState.TechnicalPhase;
import org.candor.investigation.cases.decision.CaseState.TriagedCase;

/**
 * Answers every command on every state. The same state, command and time always give the same answer, and a refusal leaves
 * no trace.
 */
public final class CaseDecisions {

    private final Steps steps;
    private final Phases phases;
    private final Closing closing;

    public CaseDecisions(Playbooks playbooks) {
        this.steps = new Steps(playbooks);
        this.phases = new Phases(steps);
        this.closing = new Closing(steps);
    }

    /** A report makes a case. */
    public Decision open(Opening.OpenCase command, Instant now) {
        return Opening.decide(command, now);
    }

    /**
     * A report was corrected: a complaint gets its deadline, and what is none any more loses it.
     *
     * @param before the case with the report as it was
     * @param after the case with the report as it is
     * @param zone of the entity; empty while the directory has not told it
     */
    public Decision.Accepted corrected(CaseState before, CaseState after, Optional<ZoneId> zone) {
        return Complaints.corrected(before, after, zone);
    }

    public Decision decide(CaseState state, CaseCommand command, Instant now) {
        if (command instanceof CaseCommand.AskedByPerson asked
                && !command.name().entitles(asked.by())) {
            return refused(Refusal.ANOTHER_ROLES_COMMAND);
        }
        Decision decision = switch (state) {
            case Closed closed -> onClosed(closed, command, now);
            case OpenCase open -> onOpen(open, command, now);
        };
        boolean work = command instanceof CaseCommand.AskedByPerson || command instanceof CaseCommand.NoteWork;
        return work ? Idleness.ended(state, decision, now) : decision;
    }

    /** The names of the commands that the state and the person allow, whatever their contents will be. */
    public Set<CommandName> offered(CaseState state, Person person) {
        Set<CommandName> offered = offered(state);
        offered.removeIf(name -> name.internal() || !name.entitles(person));
        return offered;
    }

    /** What keeps the case from being closed; empty when nothing does. */
    public List<String> openMatters(CaseState state) {
        return state instanceof OpenCase open ? closing.missing(open) : List.of();
    }

    /** What keeps the present phase from ending; empty where a phase is not ended by {@code complete-phase}. */
    public List<String> missingInPhase(CaseState state) {
        return phases.missing(state);
    }

    private Decision onClosed(Closed closed, CaseCommand command, Instant now) {
        return switch (command) {
            case CaseCommand.ReopenCase ignored -> Closing.reopen(closed, now);
            case CaseCommand.NoteZone note -> Complaints.noteZone(closed, note);
            case CaseCommand.NoteWork ignored -> accepted(closed);
            case CaseCommand.NoteAssessmentOpened ignored -> BreachQuestions.opened(closed);
            case CaseCommand.NoteAssessmentConcluded ignored -> BreachQuestions.concluded(closed);
            default -> refused(Refusal.CASE_CLOSED);
        };
    }

    private Decision onOpen(OpenCase open, CaseCommand command, Instant now) {
        return switch (command) {
            case CaseCommand.TriageCase triage when open instanceof InTriage state -> Triage.decide(state, triage, now);
            case CaseCommand.RequestBreachAssessment ignored
            when open instanceof TriagedCase state -> BreachQuestions.request(state, now);
            case CaseCommand.RecordStep record
            when open instanceof TechnicalPhase state -> steps.record(state, record, now);
            case CaseCommand.CorrectStep correct -> steps.correct(open, correct, now);
            case CaseCommand.ApproveStep approve -> steps.approve(open, approve, now);
            case CaseCommand.InformOfficer inform -> accepted(open, new CaseFact.OfficerInformed(inform.informed()));
            case CaseCommand.DecideSafeToContinue decide
            when open instanceof InContainment state -> phases.decideSafety(state, decide, now);
            case CaseCommand.CompletePhase complete -> phases.complete(open, complete, now);
            case CaseCommand.WriteDocumentation write -> Forms.write(open, write);
            case CaseCommand.SignForm sign
            when open instanceof InForms || open instanceof InFollowUp -> Forms.sign(open, sign, now);
            case CaseCommand.WriteFollowUp write
            when open instanceof InFollowUp state -> Recommendations.writeFollowUp(state, write);
            case CaseCommand.ProposeRecommendation propose
            when open instanceof TriagedCase state -> Recommendations.propose(state, propose, now);
            case CaseCommand.DecideRecommendation decide
            when open instanceof InFollowUp state -> Recommendations.decide(state, decide, now);
            case CaseCommand.GiveTask give when open instanceof TriagedCase state -> Tasks.give(state, give, now);
            case CaseCommand.CompleteTask complete
            when open instanceof TriagedCase state -> Tasks.complete(state, complete, now);
            case CaseCommand.CancelTask cancel
            when open instanceof TriagedCase state -> Tasks.cancel(state, cancel, now);
            case CaseCommand.ExtendComplaint extend -> Complaints.extend(open, extend, now);
            case CaseCommand.AnswerComplaint answer
            when open instanceof TriagedCase state -> Complaints.answer(state, answer, now);
            case CaseCommand.CloseCase close -> closing.close(open, close, now);
            case CaseCommand.NoteZone note -> Complaints.noteZone(open, note);
            case CaseCommand.NoteIdle note -> Idleness.note(open, note);
            case CaseCommand.NoteWork ignored -> accepted(open);
            case CaseCommand.NoteAssessmentOpened ignored -> BreachQuestions.opened(open);
            case CaseCommand.NoteAssessmentConcluded ignored -> BreachQuestions.concluded(open);
            default -> refused(Refusal.WRONG_PHASE);
        };
    }

    private static Set<CommandName> offered(CaseState state) {
        Set<CommandName> always = EnumSet.of(NOTE_ZONE, NOTE_ASSESSMENT_OPENED, NOTE_ASSESSMENT_CONCLUDED);
        Set<CommandName> offered = EnumSet.copyOf(always);
        offered.addAll(
                switch (state) {
                    case Closed ignored -> Set.of(REOPEN_CASE);
                    case InTriage ignored ->
                        Set.of(
                                TRIAGE_CASE,
                                CORRECT_STEP,
                                APPROVE_STEP,
                                INFORM_OFFICER,
                                EXTEND_COMPLAINT,
                                WRITE_DOCUMENTATION);
                    case TriagedCase triaged -> offeredAfterTriage(triaged);
                });
        return offered;
    }

    private static Set<CommandName> offeredAfterTriage(TriagedCase state) {
        Set<CommandName> offered = EnumSet.of(
                REQUEST_BREACH_ASSESSMENT,
                CORRECT_STEP,
                APPROVE_STEP,
                INFORM_OFFICER,
                WRITE_DOCUMENTATION,
                PROPOSE_RECOMMENDATION,
                GIVE_TASK,
                COMPLETE_TASK,
                CANCEL_TASK,
                EXTEND_COMPLAINT,
                ANSWER_COMPLAINT);
        offered.addAll(
                switch (state) {
                    case InContainment ignored -> Set.of(RECORD_STEP, DECIDE_SAFE_TO_CONTINUE, COMPLETE_PHASE);
                    case TechnicalPhase ignored -> Set.of(RECORD_STEP, COMPLETE_PHASE);
                    case InForms ignored -> Set.of(SIGN_FORM, COMPLETE_PHASE);
                    case InFollowUp ignored -> Set.of(SIGN_FORM, WRITE_FOLLOW_UP, DECIDE_RECOMMENDATION, CLOSE_CASE);
                });
        return offered;
    }
}
