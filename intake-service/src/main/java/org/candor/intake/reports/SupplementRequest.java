package org.candor.intake.reports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became known after the report. Individuals are not named here: their list goes to notification-service. */
@Schema(name = "SupplementRequest", examples = """
                {"text": "Our investigation shows that the archive was opened twice.", "affectedKnown": 640}""")
public record SupplementRequest(
        @NotNull @CleanText(max = ReportRequest.NARRATIVE_LIMIT)
        PersonalText text,

        @Schema(
                description =
                        "Of a business associate: the day on which it discovered the breach, where that has become clear")
        LocalDate discoveredOn,

        @Min(0) @Max(1_000_000_000) @Schema(description = "How many individuals are known to be affected by now")
        Long affectedKnown) {}
