package org.candor.breach.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An officer's word that a duty was done, where no other service tells it. */
@Schema(name = "Completion")
public record CompletionRequest(
        @NotNull LocalDate completedOn,

        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}")
        @Schema(description = "The portal's number, for a report to the Secretary only")
        String trackingNumber,

        @CleanText(max = 2_000)
        @Schema(description = "What proves it; required where another gives the notice for the entity")
        PersonalText proof) {

    /** Why it was wrong that the duty was done. */
    @Schema(name = "CompletionWithdrawal", examples = "{\"reason\": \"The call went to another person of that name.\"}")
    public record Withdrawal(
            @NotNull @CleanText(max = 2_000) PersonalText reason) {}
}
