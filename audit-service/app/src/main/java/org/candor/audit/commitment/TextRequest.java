package org.candor.audit.commitment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new wording; it is never changed afterwards. */
@Schema(name = "CommitmentTextRequest")
public record TextRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull
        @CleanText(max = 20_000)
        @Schema(examples = "I have read the privacy and security policies, understand them, and will keep them.")
        String wording,

        @NotNull
        @Schema(description = "Whether those who signed an earlier one sign again; as after a change of what it says")
        Boolean asksAgain) {}
