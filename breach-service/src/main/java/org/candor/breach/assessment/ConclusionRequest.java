package org.candor.breach.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.candor.breach.assessment.decision.Command.Conclude;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.events.AssessmentOutcome;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the officer decides.
 *
 * @param reason needed where it goes against the suggestion
 * @param counselNote needed for the outcomes that involve the law of a State
 * @param followUp needed where only policy was broken
 */
@Schema(name = "Conclusion")
public record ConclusionRequest(
        @NotNull AssessmentOutcome outcome,
        @CleanText(max = 10_000) PersonalText reason,
        @CleanText(max = 10_000) PersonalText counselNote,
        @Valid FollowUpRequest followUp) {

    /** Discipline, revision of policy, retraining: each decided, each with its reason. */
    public record FollowUpRequest(
            @NotNull @Valid DecisionRequest discipline,
            @NotNull @Valid DecisionRequest policyRevision,
            @NotNull @Valid DecisionRequest retraining) {

        private Conclusion.FollowUp followUp() {
            return new Conclusion.FollowUp(discipline.decision(), policyRevision.decision(), retraining.decision());
        }
    }

    /** One of the three. */
    public record DecisionRequest(
            @NotNull Boolean needed,
            @NotNull @CleanText(max = 2_000) PersonalText reason) {
        private Conclusion.FollowUp.Decision decision() {
            return new Conclusion.FollowUp.Decision(needed, reason.value());
        }
    }

    Conclude command(String by) {
        return new Conclude(
                outcome,
                text(reason),
                text(counselNote),
                Optional.ofNullable(followUp).map(FollowUpRequest::followUp),
                by);
    }

    private static String text(PersonalText text) {
        return text == null ? "" : text.value();
    }
}
