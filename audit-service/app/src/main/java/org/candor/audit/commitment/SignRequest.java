package org.candor.audit.commitment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candor.audit.programme.DutyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** He who holds the token signs this wording. */
@Schema(name = "CommitmentRequest")
public record SignRequest(
        @NotNull @Pattern(regexp = DutyRequest.ENTITY) @Schema(examples = "larkspur-falls")
        String entityId,

        @NotNull @Min(1) @Schema(description = "The number of the wording that was read", examples = "1")
        Integer number,

        @NotNull @AssertTrue @Schema(description = "True: I commit myself to it")
        Boolean agreed) {}
