package org.candor.audit.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A disposal as it is shown. */
@Schema(name = "Disposal")
public record DisposalView(
        UUID disposalId,
        UUID incidentId,
        String entityId,

        @Schema(enumeration = {"ORDERED", "REFUSED", "RUNNING", "COMPLETED"})
        String state,

        @Schema(description = "The day through which the records had to be kept")
        LocalDate keptThrough,

        @Schema(description = "Rule and citation") String reason,
        String orderedBy,
        Instant orderedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,

        @Schema(description = "Services that have destroyed their data key")
        List<String> confirmed,

        @Schema(nullable = true) Instant completedAt,

        @Schema(nullable = true, description = "By then the last back-up of a wrapped data key has ended too")
        LocalDate backupsGoneOn,

        long version) {

    static DisposalView of(DisposalRow row) {
        return new DisposalView(
                row.disposalId,
                row.incidentId,
                row.entityId,
                row.state,
                row.keptThrough,
                row.reason,
                row.orderedBy,
                row.orderedAt,
                row.decidedBy,
                row.decidedAt,
                List.of(row.confirmed),
                row.completedAt,
                row.backupsGoneOn,
                row.version);
    }
}
