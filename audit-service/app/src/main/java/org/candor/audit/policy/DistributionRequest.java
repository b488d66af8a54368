package org.candor.audit.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.candor.audit.programme.DutyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version was given to somebody. */
@Schema(name = "PolicyDistributionRequest")
public record DistributionRequest(
        @NotNull Audience audience,

        @NotNull
        @Pattern(regexp = DutyRequest.CODE)
        @Schema(
                description =
                        "A department, customer or partner by the organisation's own code; never the name of a person",
                examples = "Billing partner 2")
        String recipient,

        @NotNull Way way,

        @Schema(nullable = true, description = "Without it today")
        LocalDate sentOn) {

    /** Whom it is for. */
    public enum Audience {
        WORKFORCE,
        MANAGEMENT,
        CUSTOMERS,
        PARTNERS
    }

    /** How it came there. */
    public enum Way {
        MAIL,
        PORTAL,
        MEETING,
        POST,
        PUBLICATION
    }
}
