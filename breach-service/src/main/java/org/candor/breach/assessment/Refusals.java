package org.candor.breach.assessment;

import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.decision.Decision.Refused;
import org.candor.breach.obligations.Contradictions;
import org.candor.kit.errors.Problem;

/** Says a refusal of the decision core in the words of the catalogue. */
final class Refusals {

    private Refusals() {}

    /** {@code prefix} says where in the request the facts stand. */
    static Problem of(Refused refused, String prefix) {
        return switch (refused.reason()) {
            case SOMETHING_IS_MISSING -> new Problem(BreachProblem.ASSESSMENT_INCOMPLETE).missing(refused.missing());
            case FACTS_CONTRADICT -> Contradictions.of(refused.broken(), prefix);
            case ALREADY_CONCLUDED -> new Problem(BreachProblem.ALREADY_CONCLUDED);
            case NOT_CONCLUDED -> new Problem(BreachProblem.NOT_CONCLUDED);
            case WORKSHEET_FROZEN -> new Problem(BreachProblem.WORKSHEET_FROZEN);
            case NOTHING_OWED -> new Problem(BreachProblem.NOTHING_OWED);
            case UNKNOWN_CANDIDATE -> new Problem(BreachProblem.UNKNOWN_CANDIDATE).field("/replaces", "is not known");
            case KNOWN_CANDIDATE ->
                new Problem(BreachProblem.INVALID_FACTS).field("/knowledge/key", "is known already");
        };
    }
}
