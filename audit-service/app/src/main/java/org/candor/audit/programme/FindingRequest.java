package org.candor.audit.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.events.OfficerRole;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is not as it should be, and by when it will be. */
@Schema(name = "FindingRequest")
public record FindingRequest(
        @NotNull
        @CleanText(max = 4000)
        @Schema(implementation = String.class, description = "What was found and what is to be done; kept sealed")
        PersonalText note,

        @Schema(nullable = true, description = "The last day in time; without it in 30 days")
        LocalDate dueOn,

        @Schema(nullable = true, description = "Without it the duty's own")
        OfficerRole role,

        @Pattern(regexp = DutyRequest.PERSON)
        @Schema(nullable = true, description = "Who does it, by the token's subject")
        String person) {}
