package org.candor.breach.assessment.decision;

import java.time.Instant;
import java.util.Optional;
import org.candor.events.AssessmentOutcome;

/**
 * What the officer decided.
 *
 * @param reason why, where it goes against the suggestion; else empty or a remark
 * @param counselNote for the outcomes that involve the law of a State
 * @param followUp for a violation of policy only
 */
public record Conclusion(
        AssessmentOutcome outcome,
        String reason,
        String counselNote,
        Optional<FollowUp> followUp,
        Suggestion suggestion,
        String decidedBy,
        Instant decidedAt) {

    /** Policy III.A.2.e: three things are decided, each with its reason. */
    public record FollowUp(Decision discipline, Decision policyRevision, Decision retraining) {

        /** One of the three. */
        public record Decision(boolean needed, String reason) {}

        boolean reasoned() {
            return !discipline.reason().isBlank()
                    && !policyRevision.reason().isBlank()
                    && !retraining.reason().isBlank();
        }
    }

    /** True where somebody must be told. */
    public boolean bringsDuties() {
        return outcome.hipaaNotice() || outcome == AssessmentOutcome.STATE_VIOLATION_ONLY;
    }
}
