package org.candor.audit.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new policy with its first version. */
@Schema(name = "PolicyRequest")
public record PolicyRequest(
        @NotNull @Pattern(regexp = "[a-z0-9-]{1,100}") @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") @Schema(examples = "SEC-04")
        String code,

        @NotNull Kind kind,

        @NotNull @Schema(description = "By then it is reviewed, also if nothing has changed")
        LocalDate nextReviewOn,

        @NotNull @Valid VersionRequest first) {

    /** What it is: what holds, or how it is done. */
    public enum Kind {
        POLICY,
        PROCEDURE
    }
}
