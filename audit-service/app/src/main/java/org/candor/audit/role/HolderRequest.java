package org.candor.audit.role;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.candor.audit.programme.DutyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody has a role from today on. */
@Schema(name = "RoleHolderRequest")
public record HolderRequest(
        @NotNull UUID roleId,

        @NotNull @Pattern(regexp = DutyRequest.PERSON) @Schema(description = "The token's subject; never a name")
        String person,

        @NotNull @Pattern(regexp = DutyRequest.CODE) @Schema(examples = "Billing office")
        String department) {}
