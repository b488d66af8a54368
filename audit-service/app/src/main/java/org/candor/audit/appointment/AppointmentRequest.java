package org.candor.audit.appointment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.audit.programme.DutyRequest;
import org.candor.events.OfficerRole;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody is appointed; whoever held the office before holds it no longer. */
@Schema(name = "AppointmentRequest")
public record AppointmentRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Schema(examples = "SECURITY_OFFICER") OfficerRole role,

        @NotNull @CleanText(max = 200) @Schema(description = "As it is published", examples = "Robin Vale")
        String name,

        @NotNull
        @CleanText(max = 300)
        @Schema(
                description = "How to reach the office, as it is published",
                examples = "security@larkspur-falls.example")
        String contact,

        @NotNull @CleanText(max = 200) @Schema(examples = "Board of Managers")
        String appointedBy,

        @NotNull @CleanText(max = 200) @Schema(examples = "Technical Director")
        String reportsTo,

        @NotNull @Schema(description = "Not after today") LocalDate appointedOn) {}
