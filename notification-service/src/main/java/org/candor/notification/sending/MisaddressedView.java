package org.candor.notification.sending;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was recorded. */
public record MisaddressedView(
        @Schema(description = "Letters that were not known to be misaddressed before")
        long count,

        LocalDate detectedOn) {}
