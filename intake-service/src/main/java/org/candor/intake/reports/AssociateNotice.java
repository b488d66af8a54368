package org.candor.intake.reports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a business associate tells of its discovery (policy III.A.4; 45 CFR 164.410). The clocks are breach-service's. */
@Schema(name = "AssociateNotice")
public record AssociateNotice(
        @CleanText(max = 100)
        @Schema(
                description = "Its id in the list of business associates; from the token where it reports itself",
                examples = "mailing-vendor")
        String associateId,

        @NotNull @Schema(description = "Day on which it discovered the breach", examples = "2026-03-01")
        LocalDate discoveredOn,

        @Schema(description = "UNKNOWN unless said") Standing standing,

        @Min(0) @Max(365) @Schema(description = "Days that the contract gives it to report", examples = "5")
        Long contractDays) {}
