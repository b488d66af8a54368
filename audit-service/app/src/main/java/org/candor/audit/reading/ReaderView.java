package org.candor.audit.reading;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One who looked at a case. */
@Schema(name = "Reader")
public record ReaderView(
        @Schema(description = "A staff subject", examples = "privacy-officer")
        String person,

        @Schema(description = "How many accesses are recorded, refused ones included")
        long accesses,

        Instant first,
        Instant last) {}
