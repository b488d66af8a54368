package org.candor.audit.selfcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.candor.audit.selfcheck.decision.Verdict;
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

        @Schema(
                description = "Logs of past years that two people had removed; absent when there is none",
                nullable = true)
        List<String> removed,

        @Schema(description = "First entry that is not, or may not be, what was signed", nullable = true)
        Long firstBadIndex,

        @Schema(description = "Last entry that it may be, where only a checkpoint's root tells", nullable = true)
        Long lastBadIndex,

        @Schema(
                description = "What does not hold",
                nullable = true,
                examples = "the entry's bytes are not those that were hashed")
        String finding,

        Instant checkedAt,

        @Schema(description = "The same as a C2SP note that the trail's key has signed")
        String note) {

    static SelfCheckView of(Verdict verdict, Instant now, String note) {
        Verdict.Difference difference = verdict.difference().orElse(null);
        return new SelfCheckView(
                difference == null,
                verdict.entries(),
                verdict.signedEntries(),
                verdict.removed().isEmpty() ? null : verdict.removed(),
                difference == null ? null : difference.firstIndex(),
                difference == null ? null : difference.lastIndex(),
                difference == null ? null : difference.what(),
                now,
                note);
    }
}
