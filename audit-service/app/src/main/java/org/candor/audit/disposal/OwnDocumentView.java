package org.candor.audit.disposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that belongs to no incident, and until when it is kept. */
@Schema(name = "DocumentRetention")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnDocumentView(
        UUID documentId,
        String entityId,
        @Schema(examples = "ACCOUNTING_OF_DISCLOSURES") String kind,

        @Schema(description = "What its sender calls it") String reference,

        @Schema(description = "In the zone of its legal entity")
        LocalDate createdOn,

        @Schema(nullable = true, description = "When it was made or last in effect; absent while it is in effect")
        LocalDate countedFrom,

        @Schema(nullable = true, description = "The last day on which it must be kept; absent while it is in effect")
        LocalDate keepThrough,

        @Schema(description = "Rule and citation") String reason) {

    static OwnDocumentView of(Object[] row, RetentionRule rule) {
        LocalDate createdOn = (LocalDate) row[4];
        Optional<LocalDate> countedFrom = Optional.ofNullable((LocalDate) row[5]);
        return new OwnDocumentView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                createdOn,
                countedFrom.orElse(null),
                countedFrom.map(rule::keepThrough).orElse(null),
                rule.id() + " (" + citation((String) row[2], rule) + "): "
                        + countedFrom
                                .map(day -> "kept for " + rule.keptFor().getYears() + " years after it was "
                                        + (day.equals(createdOn) ? "created" : "last in effect") + " on " + day)
                                .orElse("in effect"));
    }

    private static String citation(String kind, RetentionRule rule) {
        return kind.equals("ACCOUNTING_OF_DISCLOSURES") ? "45 CFR 164.528(d), 164.530(j)(2)" : rule.citation();
    }
}
