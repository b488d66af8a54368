package org.candor.notification.sending;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report of the print house or the post changed. */
public record PostalReportView(
        UUID id,

        @Schema(description = "Letters that are now known to have been mailed")
        long mailed,

        @Schema(description = "Letters that came back; whoever lives counts as undeliverable from now on")
        long returned,

        @Schema(description = "Lines that said what was known already")
        long unchanged,

        @Schema(description = "Lines about no letter that has left, or of a day to come")
        long unknown,

        @Schema(description = "Lines that are no line of a report")
        long unreadable,

        @Schema(description = "false when the file was not taken to its end; send it again")
        boolean complete,

        Instant recordedAt) {

    static PostalReportView of(Object[] row) {
        return new PostalReportView(
                (UUID) row[0],
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                (Boolean) row[6],
                row[7] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[7]);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
