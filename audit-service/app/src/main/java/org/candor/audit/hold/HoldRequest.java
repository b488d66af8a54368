package org.candor.audit.hold;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.hold.decision.HoldReason;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold on one incident, or on a period of one legal entity. */
@Schema(name = "LegalHoldRequest")
public record HoldRequest(
        @Schema(description = "The incident; without it entityId and from are asked for", nullable = true)
        UUID incidentId,

        @Pattern(regexp = "[a-z0-9-]{1,100}") @Schema(nullable = true, examples = "larkspur-falls")
        String entityId,

        @Schema(description = "First day, in the entity's zone", nullable = true)
        LocalDate from,

        @Schema(description = "Last day; without it the period is open", nullable = true)
        LocalDate to,

        @NotNull HoldReason reason,

        @NotNull
        @CleanText(max = 2000)
        @Schema(implementation = String.class, description = "Why, in words; kept sealed")
        PersonalText note) {}
