package org.candor.breach.assessment.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.events.AssessmentOutcome;

/**
 * What the worksheet leads to; the officer decides.
 *
 * @param presumed true while something is missing, so that the presumption of a breach stands
 */
public record Suggestion(AssessmentOutcome outcome, boolean presumed, List<String> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** Gates first, then exceptions, then the four factors, as the law has them. */
    public static Suggestion of(Worksheet worksheet, boolean stateLawTriggered) {
        List<String> reasons = new ArrayList<>();
        boolean complete = worksheet.missing().isEmpty();
        boolean breach = isBreach(worksheet, complete, reasons);
        if (stateLawTriggered) {
            reasons.add("the data elements trigger the law of a State");
        }
        boolean violated = worksheet.policy().map(PolicyFinding::violated).orElse(false);
        if (violated) {
            reasons.add("the organisation's own policy was broken");
        }
        return new Suggestion(outcome(breach, stateLawTriggered, violated), !complete, reasons);
    }

    private static boolean isBreach(Worksheet worksheet, boolean complete, List<String> reasons) {
        if (!complete) {
            reasons.add("the worksheet is not complete, so it is presumed to be a breach (45 CFR 164.402(2))");
            return true;
        }
        Optional<String> end = worksheet.endedBy();
        if (end.isPresent()) {
            reasons.add(end.get());
            return false;
        }
        boolean low = worksheet.showsLowProbability();
        reasons.add(
                low
                        ? "all four factors show a low probability of compromise (45 CFR 164.402(2))"
                        : "a low probability of compromise is not shown by all four factors (45 CFR 164.402(2))");
        return !low;
    }

    /** Policy III.A.2, a to e. */
    private static AssessmentOutcome outcome(boolean breach, boolean state, boolean policy) {
        if (breach) {
            return state ? AssessmentOutcome.BREACH_AND_STATE_VIOLATION : AssessmentOutcome.REPORTABLE_BREACH;
        }
        if (state) {
            return AssessmentOutcome.STATE_VIOLATION_ONLY;
        }
        return policy ? AssessmentOutcome.POLICY_VIOLATION_ONLY : AssessmentOutcome.NOT_A_BREACH;
    }
}
