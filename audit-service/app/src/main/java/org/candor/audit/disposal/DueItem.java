package org.candor.audit.disposal;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Records of an incident whose time ends. */
@Schema(name = "RecordsDue")
public record DueItem(
        UUID incidentId,
        String entityId,

        @Schema(description = "The last day on which they must be kept")
        LocalDate keepThrough,

        @Schema(description = "Rule and citation") String reason,

        @Schema(description = "At least one legal hold is on")
        boolean onHold,

        @Schema(
                nullable = true,
                description = "State of their disposal where one is ordered",
                enumeration = {"ORDERED", "RUNNING"})
        String disposal) {

    static DueItem of(Object[] row) {
        return new DueItem(
                (UUID) row[0], (String) row[1], (LocalDate) row[2], (String) row[3], (Boolean) row[4], (String) row[5]);
    }
}
