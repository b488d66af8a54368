package org.candor.audit.disposal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.audit.disposal.decision.Obstacle;
import org.candor.audit.disposal.decision.Standing;
import org.candor.audit.retention.KnownRetention;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long an incident's records are kept, and what keeps them from going. */
@Schema(name = "Retention")
public record RetentionView(
        UUID incidentId,

        @Schema(
                nullable = true,
                description = "The last day on which they must be kept; absent before the case is closed")
        LocalDate keepThrough,

        @Schema(description = "Rule and citation; empty before there is a day")
        String reason,

        @Schema(description = "How many legal holds are on") int holds,

        @Schema(description = "Every reason for which they may not be disposed of today")
        List<Obstacle> obstacles) {

    static RetentionView of(UUID incidentId, KnownRetention known, Standing standing) {
        return new RetentionView(
                incidentId,
                known.state().keepThrough().orElse(null),
                known.reason(),
                standing.holds(),
                standing.obstacles());
    }
}
