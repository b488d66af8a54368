package org.candor.intake.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A helper as an officer designates him. */
@Schema(name = "DelegateRequest")
public record DelegateRequest(
        @NotNull @CleanText(max = 63) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @CleanText(max = 100) @Schema(examples = "Complaints of the health department")
        String area,

        @NotNull @CleanText(max = 100) @Schema(description = "The identity provider's subject of the person")
        String person,

        @NotNull @CleanText(max = 200) @Schema(examples = "Noor Castellane")
        String displayName,

        @NotNull @Email @CleanText(max = 200) @Schema(examples = "noor.castellane@larkspurfalls.example")
        String mailbox,

        @NotNull @Schema(description = "First day") LocalDate from) {

    /** The last day of a designation. */
    @Schema(name = "DelegateEndRequest")
    public record EndRequest(@NotNull LocalDate until) {}
}
