package org.candor.audit.programme;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a duty is no longer asked for. */
@Schema(name = "DutyEnd")
public record EndRequest(
        @NotNull @CleanText(max = 2000) @Schema(implementation = String.class, description = "Kept sealed")
        PersonalText reason) {}
