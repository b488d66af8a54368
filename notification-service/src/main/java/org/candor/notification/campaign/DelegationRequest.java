package org.candor.notification.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sends the notices of a campaign. */
public record DelegationRequest(
        @NotNull
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*")
        @Schema(description = "The business associate that sends them itself; empty when it does not any more")
        String associate,

        @NotNull @CleanText(max = 200) @Schema(description = "The agreement by which it does")
        String reference) {}
