package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.util.Optional;
import org.candor.events.CaseEvent.RecommendationDecided;
import org.candor.investigation.cases.decision.CaseCommand.DecideRecommendation;
import org.candor.investigation.cases.decision.CaseCommand.ProposeRecommendation;
import org.candor.investigation.cases.decision.CaseCommand.WriteFollowUp;
import org.candor.investigation.cases.decision.CaseFact.FollowUpWritten;
import org.candor.investigation.cases.decision.CaseFact.RecommendationAnswered;
import org.candor.investigation.cases.decision.CaseFact.RecommendationProposed;
import org.candor.investigation.cases.decision.CaseState.InFollowUp;
import org.candor.investigation.cases.decision.CaseState.TriagedCase;
import org.candor.investigation.cases.decision.Review.Recommendation;

/** What the review found goes to the head of the organisation for approval (policy I.H.2). */
final class Recommendations {

    private Recommendations() {}

    static Decision writeFollowUp(InFollowUp state, WriteFollowUp command) {
        CaseFile file = state.file();
        return accepted(
                state.with(file.with(file.review().written(command.answered()))),
                new FollowUpWritten(command.answered()));
    }

    static Decision propose(TriagedCase state, ProposeRecommendation command, Instant now) {
        CaseFile file = state.file();
        Recommendation proposed =
                new Recommendation(command.recommendation(), command.by().subject(), now, Optional.empty());
        return accepted(state.with(file.with(file.review().with(proposed))), new RecommendationProposed(proposed));
    }

    /** Nobody approves what he proposed himself. */
    static Decision decide(InFollowUp state, DecideRecommendation command, Instant now) {
        CaseFile file = state.file();
        Optional<Recommendation> found = file.review().recommendation(command.recommendation());
        if (found.isEmpty()) {
            return refused(Refusal.UNKNOWN_RECOMMENDATION);
        }
        if (found.get().answer().isPresent()) {
            return refused(Refusal.RECOMMENDATION_DECIDED_ALREADY);
        }
        if (found.get().proposedBy().equals(command.by().subject())) {
            return refused(Refusal.OWN_RECOMMENDATION);
        }
        Recommendation answered = found.get()
                .answered(new Recommendation.Answer(
                        command.approved(), command.by().subject(), now));
        return accepted(
                state.with(file.with(file.review().with(answered))),
                new RecommendationAnswered(answered),
                announced(new RecommendationDecided(file.incidentId(), answered.id(), command.approved(), now)));
    }
}
