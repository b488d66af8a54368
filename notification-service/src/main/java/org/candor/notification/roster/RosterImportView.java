package org.candor.notification.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a roster file. */
public record RosterImportView(
        UUID id,

        @Schema(description = "SHA-256 of the file as it came, hexadecimal")
        String sha256,

        long accepted,

        @Schema(description = "Of the accepted, how many have a warning")
        long warned,

        long refused,

        @Schema(description = "People of this file who had been told before and were left as they are")
        long toldBefore,

        Instant importedAt,
        RosterCounts.Counts counts,

        @Schema(description = "The first hundred lines that were refused or warned")
        List<Finding> findings) {

    /** Codes only, nothing of the person. */
    public record Finding(
            @Schema(description = "Line in the file; the header is 1")
            long line,

            String outcome,
            List<String> flags,
            String column) {}
}
