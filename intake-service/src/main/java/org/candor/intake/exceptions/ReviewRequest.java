package org.candor.intake.exceptions;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.candor.intake.exceptions.decision.AccessReview.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a review. */
@Schema(name = "AccessReviewRequest", examples = """
                {"outcome": "NOTHING_TO_CHANGE", "lookedUntil": "2026-11-24T15:00:00Z"}""")
public record ReviewRequest(
        @NotNull Outcome outcome,

        @Schema(
                description =
                        "When the exceptions were read that were looked at: what was let through later is for the next review")
        @NotNull
        Instant lookedUntil) {}
