package org.candor.intake.reports;

import jakarta.validation.constraints.NotNull;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words to search by. They travel in the body, because nobody knows what is typed into a search. */
@Schema(name = "ReportSearch", examples = "{\"text\": \"billing export\"}")
public record SearchRequest(
        @NotNull @CleanText(max = 200) @Schema(description = "Whole words; a report is found when it has all of them")
        PersonalText text) {}
