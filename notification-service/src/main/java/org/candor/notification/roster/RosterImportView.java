package org.candor.notification.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a roster file, and how far that is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RosterImportView(
        UUID id,

        @Schema(
                enumeration = {"RECEIVING", "CHECKING", "CHECKED", "REFUSED", "IMPORTING", "IMPORTED"},
                description = "RECEIVING takes parts; CHECKED was tried and stored nothing of anybody; REFUSED says why"
                        + " the file as a whole can't be read")
        String state,

        @Schema(description = "SHA-256 of the file as it came, hexadecimal; known once it was read")
        String sha256,

        @Schema(description = "Why the file as a whole was refused", examples = "WRONG_DELIMITER")
        String refusal,

        @Schema(description = "What is wrong with it, such as the columns that are missing")
        String refusalDetail,

        @Schema(description = "Rows that were read so far, the header not counted")
        long rows,

        long accepted,

        @Schema(description = "Of the accepted, how many have a warning")
        long warned,

        long refused,

        @Schema(
                description =
                        "Of the accepted, how many were found to be people who stand in a roster under another id")
        long merged,

        @Schema(description = "People of this file who had been told before and were left as they are")
        long toldBefore,

        Instant importedAt,

        @Schema(description = "What is counted in the whole breach")
        RosterCounts.Counts counts,

        @Schema(description = "The first hundred rows that were refused, warned or merged; all are in result.csv")
        List<Finding> findings) {

    /** Codes only, nothing of the person. */
    public record Finding(
            @Schema(description = "Row of the file; the header is 1, empty lines are not counted")
            long line,

            @Schema(enumeration = {"WARNED", "REFUSED", "MERGED"})
            String outcome,

            List<String> flags,
            String column) {}
}
