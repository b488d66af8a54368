package org.candor.intake.reports;

import org.candor.intake.IntakeProblem;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.kit.errors.Problem;

/** Says which field of a report cannot be true. */
final class Refusals {

    private Refusals() {}

    static void refuse(ReportRules.Refusal refusal) {
        refuse(refusal, "/associate/discoveredOn");
    }

    /** The same, where the day of discovery stands in another field. */
    static void refuse(ReportRules.Refusal refusal, String discoveredOn) {
        throw switch (refusal) {
            case HAPPENED_IN_THE_FUTURE ->
                new Problem(IntakeProblem.IN_THE_FUTURE).field("/happenedAt", "in the future");
            case LEARNED_IN_THE_FUTURE -> new Problem(IntakeProblem.IN_THE_FUTURE).field("/learnedAt", "in the future");
            case LEARNED_BEFORE_IT_HAPPENED ->
                new Problem(IntakeProblem.LEARNED_BEFORE_IT_HAPPENED).field("/learnedAt", "before happenedAt");
            case DISCOVERED_IN_THE_FUTURE ->
                new Problem(IntakeProblem.IN_THE_FUTURE).field(discoveredOn, "in the future");
            case DISCOVERED_BEFORE_IT_HAPPENED ->
                new Problem(IntakeProblem.LEARNED_BEFORE_IT_HAPPENED).field(discoveredOn, "before happenedAt");
        };
    }
}
