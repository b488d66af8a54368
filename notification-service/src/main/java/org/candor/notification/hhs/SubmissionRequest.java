package org.candor.notification.hhs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was typed into the portal, proved by its tracking number. */
@Schema(examples = "{\"trackingNumber\": \"20261121-7F3K9\", \"submittedOn\": \"2026-11-21\"}")
public record SubmissionRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{3,40}", message = "letters, digits and hyphens")
        String trackingNumber,

        @NotNull LocalDate submittedOn,

        @Schema(description = "HIPAA unless it is the separate report of a Part 2 program")
        Report report,

        @Schema(description = "INITIAL unless it corrects an earlier report")
        Kind kind,

        @Schema(description = "Of the report that an addendum corrects; needed with ADDENDUM")
        @Pattern(regexp = "[A-Za-z0-9-]{3,40}", message = "letters, digits and hyphens")
        String previousTrackingNumber) {

    /** First report or correction. */
    public enum Kind {
        INITIAL,
        ADDENDUM
    }

    public SubmissionRequest {
        report = report == null ? Report.HIPAA : report;
        kind = kind == null ? Kind.INITIAL : kind;
    }
}
