package org.candor.audit.role;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody needs what his roles do not give, for a time. */
@Schema(name = "AccessExceptionRequest")
public record ExceptionRequest(
        @NotNull @Schema(description = "The role whose access is asked for")
        UUID roleId,

        @NotNull @Pattern(regexp = DutyRequest.PERSON) @Schema(description = "The token's subject; never a name")
        String person,

        @NotNull @Pattern(regexp = DutyRequest.CODE) @Schema(examples = "Clinic East")
        String department,

        @NotNull @Schema(description = "The last day, within a year")
        LocalDate untilOn,

        @NotNull @CleanText(max = 2000) @Schema(implementation = String.class, description = "Why; kept sealed")
        PersonalText reason) {}
