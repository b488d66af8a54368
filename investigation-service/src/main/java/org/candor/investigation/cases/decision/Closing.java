package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private final Steps steps;

    Closing(Steps steps) {
        this.steps = steps;
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
                announced(new CaseClosed(incident, concludedOn, now)));
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
        CaseFile file = state.file();
        List<String> missing = new ArrayList<>();
        if (!(state instanceof InFollowUp)) {
            missing.add("phase." + state.phase());
        }
        missing.addAll(steps.open(state));
        missing.addAll(DocumentationItem.missingFrom(file.paperwork().documented()));
        missing.addAll(Forms.unsigned(file));
        missing.addAll(FollowUpItem.missingFrom(file.review().found()));
        missing.addAll(unfinished(file.review()));
        if (file.breach().pending()) {
            missing.add("breach-assessment");
        }
        file.complaint()
                .filter(complaint -> complaint.answeredOn().isEmpty())
                .ifPresent(unanswered -> missing.add("complaint-answer"));
        return List.copyOf(missing);
    }

    private static List<String> unfinished(Review review) {
        List<String> unfinished = new ArrayList<>();
        review.recommendations().stream()
                .filter(one -> one.answer().isEmpty())
                .forEach(one -> unfinished.add("recommendation." + one.id() + ".decision"));
        review.recommendations().stream()
                .filter(one -> one.approved() && !review.carriedOut(one))
                .forEach(one -> unfinished.add("recommendation." + one.id() + ".carried-out"));
        review.tasks().stream()
                .filter(task -> task.status() == TaskStatus.OPEN)
                .forEach(task -> unfinished.add("task." + task.id()));
        return unfinished;
    }
}
