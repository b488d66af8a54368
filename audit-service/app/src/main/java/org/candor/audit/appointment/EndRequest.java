package org.candor.audit.appointment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An office is held no longer, and nobody holds it next. */
@Schema(name = "AppointmentEndRequest")
public record EndRequest(
        @NotNull
        @Schema(description = "The last day; not after today, not before the appointment", examples = "2026-11-30")
        LocalDate endedOn) {}
