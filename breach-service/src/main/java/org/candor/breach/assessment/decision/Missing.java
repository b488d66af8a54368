package org.candor.breach.assessment.decision;

import java.util.ArrayList;
import java.util.List;
import org.candor.breach.assessment.decision.Command.Conclude;
import org.candor.events.AssessmentOutcome;

/** What keeps an assessment from being concluded: the burden of proof is the entity's (45 CFR 164.414(b)). */
final class Missing {

    private Missing() {}

    /** By its place on the form. */
    static List<String> to(Conclude command, Dossier dossier, Suggestion suggestion) {
        List<String> missing = new ArrayList<>();
        AssessmentOutcome outcome = command.outcome();
        if (!outcome.hipaaNotice()) {
            missing.addAll(dossier.worksheet().missing());
        }
        if (outcome != suggestion.outcome() && command.reason().isBlank()) {
            missing.add("reason");
        }
        addIf(missing, involvesState(outcome) && command.counselNote().isBlank(), "counselNote");
        missing.addAll(forDuties(dossier, outcome));
        if (outcome == AssessmentOutcome.POLICY_VIOLATION_ONLY) {
            boolean decided =
                    command.followUp().map(Conclusion.FollowUp::reasoned).orElse(false);
            addIf(missing, !decided, "followUp");
        }
        return missing;
    }

    /** Without these no duty of that outcome can be computed. */
    static List<String> forDuties(Dossier dossier, AssessmentOutcome outcome) {
        List<String> missing = new ArrayList<>();
        if (involvesState(outcome)) {
            addIf(missing, dossier.notice().statePersonalInformation().isEmpty(), "notice.statePersonalInformation");
        }
        if (outcome.hipaaNotice() || involvesState(outcome)) {
            addIf(missing, dossier.notice().individuals().isEmpty(), "notice.individuals.total");
            addIf(missing, dossier.discovery().on().isEmpty(), "knowledge");
        }
        return missing;
    }

    private static void addIf(List<String> missing, boolean absent, String place) {
        if (absent) {
            missing.add(place);
        }
    }

    /** Policy III.A.2.c and d: counsel is consulted. */
    private static boolean involvesState(AssessmentOutcome outcome) {
        return outcome == AssessmentOutcome.STATE_VIOLATION_ONLY
                || outcome == AssessmentOutcome.BREACH_AND_STATE_VIOLATION;
    }
}
