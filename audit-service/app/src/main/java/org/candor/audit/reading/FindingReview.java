package org.candor.audit.reading;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the look at a finding showed. */
@Schema(name = "UnusualReadingReview")
public record FindingReview(
        @NotNull Outcome outcome,

        @NotNull @CleanText(max = 2000) @Schema(implementation = String.class, description = "Why; kept sealed")
        PersonalText note) {

    /** There was a reason to read, or it is followed up elsewhere, as the report of an incident. */
    public enum Outcome {
        EXPLAINED,
        FOLLOWED_UP
    }
}
