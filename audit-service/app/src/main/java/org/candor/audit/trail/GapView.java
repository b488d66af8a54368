package org.candor.audit.trail;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events that a producer numbered and that never came. */
@Schema(name = "Gap")
public record GapView(
        @Schema(examples = "/breach") String source,
        @Schema(examples = "breach.obligation.v1") String topic,

        @Schema(description = "First missing number", examples = "17")
        long first,

        @Schema(description = "Last missing number", examples = "18")
        long last,

        @Schema(description = "When a later number came", examples = "2026-11-21T10:15:30Z")
        Instant noticedAt,

        @Schema(description = "Missing for longer than partitions may overtake each other")
        boolean alarm) {}
