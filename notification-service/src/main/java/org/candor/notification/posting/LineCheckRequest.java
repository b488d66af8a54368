package org.candor.notification.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody has called the number. */
@Schema(
        examples =
                "{\"checkedOn\": \"2026-11-24\", \"answered\": true, \"note\": \"answered after two rings, also in Spanish\"}")
public record LineCheckRequest(
        @NotNull LocalDate checkedOn,

        @Schema(description = "False keeps the check-up open until the line answers") @NotNull
        Boolean answered,

        @Schema(description = "No health information") @CleanText(max = 300)
        String note) {}
