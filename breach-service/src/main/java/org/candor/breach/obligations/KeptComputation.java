package org.candor.breach.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One computation as it is kept for good: facts, rules, duties, and what it changed and because of what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeptComputation(
        int version,
        Instant computedAt,
        String because,
        String actor,
        String rulesVersion,
        LocalDate discoveredOn,
        LocalDate combinedLetterDue,
        FactsView facts,
        List<KeptObligation> obligations,
        List<ObligationChange> changes,
        List<String> warnings) {

    public KeptComputation {
        obligations = List.copyOf(obligations);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
