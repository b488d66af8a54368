package org.candor.breach.log;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Earlier breaches of one legal entity, so that a start in mid-year gives a whole log. */
@Schema(name = "BreachImport")
public record ImportRequest(
        @NotNull @Size(min = 1, max = 100) String entityId,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid EarlierBreach> breaches) {

    /**
     * One of them.
     *
     * @param reference the number it had before, unique in the entity; no names, no health information
     * @param part2Records people whose records are also records under 42 CFR Part 2
     * @param toldOn first letter; absent while nobody was told
     * @param reportedOn report to the Secretary, with its {@code trackingNumber}; absent while it is due
     * @param part2ReportedOn separate report of the Part 2 records, with its {@code part2TrackingNumber}; absent while it is due
     */
    @Schema(name = "EarlierBreach")
    public record EarlierBreach(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")
            String reference,

            @NotNull LocalDate discoveredOn,
            @Min(1) @Max(330_000_000) long individuals,
            boolean estimated,
            @Min(0) @Max(330_000_000) long part2Records,
            LocalDate toldOn,
            LocalDate reportedOn,

            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}")
            String trackingNumber,

            LocalDate part2ReportedOn,

            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}")
            String part2TrackingNumber) {}
}
