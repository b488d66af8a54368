package org.candor.breach.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer's word that a duty was done, where no other service tells it. */
@Schema(name = "Completion")
public record CompletionRequest(
        @NotNull LocalDate completedOn,

        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}")
        @Schema(description = "the portal's number, for a report to the Secretary only")
        String trackingNumber) {}
