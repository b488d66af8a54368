package org.candor.intake.exceptions;

import jakarta.validation.constraints.NotNull;
import org.candor.intake.exceptions.decision.AccessReview.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a review. */
@Schema(name = "AccessReviewRequest", examples = """
                {"outcome": "NOTHING_TO_CHANGE"}""")
public record ReviewRequest(@NotNull Outcome outcome) {}
