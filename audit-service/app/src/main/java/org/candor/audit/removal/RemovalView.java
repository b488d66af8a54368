package org.candor.audit.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The removal of a past year's log as it is shown. */
@Schema(name = "LogRemoval")
public record RemovalView(
        UUID removalId,
        @Schema(examples = "2026") int year,

        @Schema(
                enumeration = {"ORDERED", "REFUSED", "APPROVED"},
                description = "APPROVED: the retention user may call trail.remove_log(year)")
        String state,

        @Schema(description = "True when the log has no entry any more")
        boolean gone,

        @Schema(description = "The day through which the log had to be kept for its own sake")
        LocalDate keptThrough,

        String orderedBy,
        Instant orderedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        long version) {

    static RemovalView of(RemovalRow row, boolean gone) {
        return new RemovalView(
                row.removalId,
                row.year,
                row.state,
                gone,
                row.keptThrough,
                row.orderedBy,
                row.orderedAt,
                row.decidedBy,
                row.decidedAt,
                row.version);
    }
}
