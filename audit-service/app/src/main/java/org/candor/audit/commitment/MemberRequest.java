package org.candor.audit.commitment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.audit.programme.DutyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who commits himself. */
@Schema(name = "MemberRequest")
public record MemberRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull
        @Pattern(regexp = DutyRequest.PERSON)
        @Schema(description = "The token's subject; for whoever has none, a number of the organisation's. Never a name")
        String person,

        @NotNull Standing standing,

        @Pattern(regexp = DutyRequest.CODE) @Schema(nullable = true, examples = "Clinic East")
        String department,

        @NotNull LocalDate joinedOn) {

    /** What he is to the organisation. */
    public enum Standing {
        MANAGER,
        SUPERVISOR,
        EMPLOYEE,
        VOLUNTEER,
        TRAINEE
    }
}
