package org.candor.notification.roster;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody agrees to be told by e-mail. */
public record AgreementRequest(
        @NotNull @Schema(description = "false when it was withdrawn or never given")
        Boolean agreed) {}
