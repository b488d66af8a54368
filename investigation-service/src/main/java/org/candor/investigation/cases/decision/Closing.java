package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.PhaseCompleted;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.CaseCommand.CloseCase;
import org.candor.investigation.cases.decision.CaseState.Closed;
import org.candor.investigation.cases.decision.CaseState.InFollowUp;
import org.candor.investigation.cases.decision.CaseState.InTriage;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
import org.candor.investigation.cases.decision.Review.TaskStatus;

/**
 * A case is closed only after everything before it is done (policy I.H.3), and the refusal names all of what is open at
 * once. Postings that still run do not hold a case: they are notification's, and the retention clock waits for them.
 */
final class Closing {

    /** What must be so before a case may be closed; it answers what is missing, as stable codes. */
    record Rule(String name, String citation, Function<OpenCase, List<String>> missing) {}

    /** In the order in which a case is worked; a refusal names what is missing in this order. */
    private final List<Rule> rules;

    Closing(Steps steps) {
        this.rules = List.of(
                new Rule("follow-up has begun", "Policy I.H.3", Closing::earlierPhase),
                new Rule("no step of the phase is open", "Policy I.D.2", steps::open),
                new Rule("what needs approval has it", "Policy I.D.1", state -> steps.unapproved(state.file())),
                new Rule("the minimum documentation is complete", "Policy I.I", Closing::undocumented),
                new Rule("the forms are signed as they stand", "Policy I.G", state -> Forms.unsigned(state.file())),
                new Rule("the review is written", "Policy I.H.1, I.H.2.a to c", Closing::notReviewed),
                new Rule("every recommendation is decided", "Policy I.H.2.d", Closing::undecided),
                new Rule("what was approved is carried out", "Policy I.H.2.e", Closing::notCarriedOut),
                new Rule("no task is open", "Policy I.H.2.e", Closing::openTasks),
                new Rule("the breach question is answered", "Policy I.E.3; 45 CFR 164.414(b)", Closing::breachPending),
                new Rule("the complaint is answered", "Policy I.G.1; 45 CFR 164.530(d)", Closing::unanswered));
    }

    Decision close(OpenCase state, CloseCase command, Instant now) {
        List<String> missing = missing(state);
        if (!missing.isEmpty() || !(state instanceof InFollowUp followUp)) {
            return refused(Refusal.OPEN_MATTERS_REMAIN, missing);
        }
        UUID incident = state.file().incidentId();
        LocalDate concludedOn = now.atZone(command.zone()).toLocalDate();
        return accepted(
                followUp.closed(now, concludedOn),
                announced(new PhaseCompleted(incident, CasePhase.FOLLOW_UP, now)),
                announced(new CaseClosed(incident, concludedOn, now, command.costs())));
    }

    /** Everything is asked anew, from triage on: new facts may make it another kind of case. */
    static Decision reopen(Closed closed, Instant now) {
        InTriage reopened = closed.reopened();
        UUID incident = closed.file().incidentId();
        return accepted(
                reopened,
                announced(new CaseReopened(incident, now)),
                announced(new PhaseStarted(incident, CasePhase.TRIAGE, now)));
    }

    List<String> missing(OpenCase state) {
        return rules.stream()
                .flatMap(rule -> rule.missing().apply(state).stream())
                .distinct()
                .toList();
    }

    private static List<String> earlierPhase(OpenCase state) {
        return state instanceof InFollowUp ? List.of() : List.of("phase." + state.phase());
    }

    private static List<String> undocumented(OpenCase state) {
        return DocumentationItem.missingFrom(state.file().paperwork().documented());
    }

    private static List<String> notReviewed(OpenCase state) {
        return FollowUpItem.missingFrom(state.file().review().found());
    }

    private static List<String> undecided(OpenCase state) {
        return state.file().review().recommendations().stream()
                .filter(one -> one.answer().isEmpty())
                .map(one -> "recommendation." + one.id() + ".decision")
                .toList();
    }

    private static List<String> notCarriedOut(OpenCase state) {
        Review review = state.file().review();
        return review.recommendations().stream()
                .filter(one -> one.approved() && !review.carriedOut(one))
                .map(one -> "recommendation." + one.id() + ".carried-out")
                .toList();
    }

    private static List<String> openTasks(OpenCase state) {
        return state.file().review().tasks().stream()
                .filter(task -> task.status() == TaskStatus.OPEN)
                .map(task -> "task." + task.id())
                .toList();
    }

    private static List<String> breachPending(OpenCase state) {
        return state.file().breach().pending() ? List.of("breach-assessment") : List.of();
    }

    private static List<String> unanswered(OpenCase state) {
        boolean open = state.file()
                .complaint()
                .filter(complaint -> complaint.answeredOn().isEmpty())
                .isPresent();
        return open ? List.of("complaint-answer") : List.of();
    }
}
