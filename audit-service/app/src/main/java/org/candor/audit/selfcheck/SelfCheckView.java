package org.candor.audit.selfcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.candor.audit.selfcheck.decision.TrailCheck;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check of the whole trail found. */
@Schema(name = "SelfCheck")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelfCheckView(
        @Schema(description = "True when every entry is what was signed")
        boolean holds,

        @Schema(description = "Entries that were recomputed", examples = "128")
        long entries,

        @Schema(description = "How many of them are under a signed checkpoint", examples = "128")
        long signedEntries,

        @Schema(description = "First entry that is not, or may not be, what was signed", nullable = true)
        Long firstBadIndex,

        @Schema(description = "Last entry that it may be, where only a checkpoint's root tells", nullable = true)
        Long lastBadIndex,

        @Schema(
                description = "What does not hold",
                nullable = true,
                examples = "the entry's bytes are not those that were hashed")
        String finding,

        Instant checkedAt) {

    static SelfCheckView of(TrailCheck check, Instant now) {
        TrailCheck.Finding finding = check.finding().orElse(null);
        return new SelfCheckView(
                finding == null,
                check.size(),
                check.signedSize(),
                finding == null ? null : finding.firstIndex(),
                finding == null ? null : finding.lastIndex(),
                finding == null ? null : finding.what(),
                now);
    }
}
