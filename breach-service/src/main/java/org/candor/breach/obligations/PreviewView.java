package org.candor.breach.obligations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.candor.breach.obligations.decision.Answer;

/**
 * What the rules say to facts that are stored nowhere.
 *
 * @param rulesVersion edition of the rule data
 * @param notice stands wherever a conclusion is shown
 */
public record PreviewView(
        LocalDate discoveredOn,
        String discoveryReason,
        List<DutyView> obligations,
        LocalDate combinedLetterDue,
        List<String> warnings,
        String rulesVersion,
        String notice) {

    /** Stands wherever a conclusion is shown. */
    public static final String NOT_LEGAL_ADVICE =
            "Not legal advice. Computed from the facts as entered and the rules as listed; counsel decides.";

    public static PreviewView of(Answer.Computed computed, List<String> unknownFields) {
        List<String> warnings = new ArrayList<>();
        unknownFields.forEach(field -> warnings.add("the field " + field + " is not known and was not considered"));
        warnings.addAll(computed.warnings());
        return new PreviewView(
                computed.discovery().on().orElse(null),
                computed.discovery().reason(),
                computed.duties().stream().map(DutyView::of).toList(),
                computed.combinedLetterDue().orElse(null),
                warnings,
                computed.rulesVersion(),
                NOT_LEGAL_ADVICE);
    }
}
