package org.candor.audit.commitment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody left. */
@Schema(name = "MemberLeft")
public record LeaveRequest(
        @NotNull @Schema(description = "His last day; not after today")
        LocalDate leftOn) {}
