package org.candor.audit.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.events.OfficerRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who answers for a duty from now on. */
@Schema(name = "DutyAssignment")
public record AssignRequest(
        @NotNull OfficerRole role,

        @Pattern(regexp = DutyRequest.PERSON)
        @Schema(nullable = true, description = "Who does it, by the token's subject; without it the role is enough")
        String person) {}
