package org.candor.intake.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.intake.exceptions.decision.AccessReview.Outcome;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review of exceptions and grants, open or recorded. */
@Schema(name = "AccessReview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        UUID reviewId,
        String entityId,

        @Schema(description = "It looks at what was let through since then")
        Instant looksFrom,

        @Schema(description = "Six calendar months after the last one, in the entity's zone")
        LocalDate dueOn,

        @Schema(description = "Absent until recorded") Outcome outcome,
        Instant recordedAt,
        String recordedBy,

        @Schema(description = "Send it as If-Match with the result", examples = "\"0\"")
        String etag) {

    static ReviewView of(ReviewRow row) {
        return new ReviewView(
                row.reviewId,
                row.entityId,
                row.looksFrom,
                row.dueOn,
                row.outcome,
                row.recordedAt,
                row.recordedBy,
                EntityTags.of(row.version));
    }
}
