package org.candor.audit.selfcheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an earlier check found. */
@Schema(name = "PastSelfCheck")
public record PastCheckView(
        Instant checkedAt,
        boolean holds,

        @Schema(description = "C2SP note that the trail's key has signed")
        String note) {

    static PastCheckView of(Object[] row) {
        return new PastCheckView(((OffsetDateTime) row[0]).toInstant(), (Boolean) row[1], (String) row[2]);
    }
}
