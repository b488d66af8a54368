package org.candor.intake.attempts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Attempted access of one source on one day. */
@Schema(name = "AttemptedAccess")
public record AttemptView(
        UUID attemptId,
        String entityId,
        @Schema(examples = "203.0.113.44") String source,
        LocalDate day,
        @Schema(examples = "patient portal") String system,
        long attempts,
        Instant importedAt) {}
