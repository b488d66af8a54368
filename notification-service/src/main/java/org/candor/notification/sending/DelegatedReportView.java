package org.candor.notification.sending;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the listing of an associate changed. */
public record DelegatedReportView(
        UUID id,

        @Schema(description = "People who are now known to have been told by the associate")
        long sent,

        @Schema(description = "Of all notices of the listing, those that came back and were not known to have")
        long returned,

        @Schema(description = "Lines that said what was known already")
        long unchanged,

        @Schema(description = "Lines about nobody of the roster, or of a day to come")
        long unknown,

        @Schema(description = "Lines that are no line of a listing")
        long unreadable,

        @Schema(description = "false when the file was not taken to its end; send it again")
        boolean complete,

        Instant recordedAt) {

    static DelegatedReportView of(Object[] row) {
        return new DelegatedReportView(
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
