package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import org.candor.events.CaseEvent.AssessmentReason;
import org.candor.events.CaseEvent.BreachAssessmentRequested;
import org.candor.investigation.cases.decision.CaseFact.AssessmentNoted;
import org.candor.investigation.cases.decision.CaseState.TriagedCase;

/** The breach question is asked here, answered by breach-service, and holds the case open until it is answered. */
final class BreachQuestions {

    private BreachQuestions() {}

    /**
     * Who reported and who triages may each open the question; neither can talk it away, the assessment answers it. What the
     * report says is answered in the first round; a later round asks again when its own triage finds health information.
     */
    static boolean mustBeAsked(CaseFile file, Classification kind) {
        boolean reported = file.round() == 1 && file.report().phiPossible();
        return file.breach() == BreachQuestion.NOT_ASKED && (kind.phiMayBeInvolved() || reported);
    }

    static Decision request(TriagedCase state, Instant now) {
        if (state.file().breach() != BreachQuestion.NOT_ASKED) {
            return refused(Refusal.BREACH_QUESTION_ASKED_ALREADY);
        }
        CaseFile asked = state.file().askedForAssessment();
        return accepted(state.with(asked), announced(requested(asked, AssessmentReason.FOUND_LATER, now)));
    }

    /** The request as breach-service is told it: which one it is, and why it is made. */
    static BreachAssessmentRequested requested(CaseFile asked, AssessmentReason reason, Instant now) {
        return new BreachAssessmentRequested(
                asked.incidentId(),
                asked.entityId(),
                asked.report().happenedAt().orElse(null),
                asked.report().knowledge(),
                now,
                asked.breachRequests(),
                reason);
    }

    static Decision opened(CaseState state) {
        return noted(state, BreachQuestion.OPEN);
    }

    static Decision concluded(CaseState state) {
        return noted(state, BreachQuestion.CONCLUDED);
    }

    private static Decision noted(CaseState state, BreachQuestion question) {
        return accepted(state.with(state.file().with(question)), new AssessmentNoted(question));
    }
}
