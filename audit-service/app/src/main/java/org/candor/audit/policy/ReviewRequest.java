package org.candor.audit.policy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review that took place, also one that changed nothing. */
@Schema(name = "PolicyReviewRequest")
public record ReviewRequest(
        @NotNull @Schema(description = "False where nothing had to be changed")
        Boolean changed,

        @NotNull @Schema(description = "The day of the next review at the latest")
        LocalDate nextReviewOn) {}
