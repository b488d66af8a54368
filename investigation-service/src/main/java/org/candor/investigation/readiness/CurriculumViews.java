package org.candor.investigation.readiness;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of roles, over REST. */
final class CurriculumViews {

    private static final int LONGEST = 60;

    private CurriculumViews() {}

    @Schema(name = "CurriculumRequest")
    record CurriculumRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(
                    description = "Codes of the catalogue; none, nothing is asked",
                    examples = "[\"PRIVACY\", \"SAFEGUARDS\"]")
            @NotNull
            @Size(max = 50)
            Set<@NotNull @CleanText(max = LONGEST) String> courses,

            @Schema(description = "Calendar days for the first completion", examples = "30") @NotNull @Min(0) @Max(366)
            Integer withinDays) {}

    @Schema(name = "CourseAsked")
    record AskedPart(
            @Schema(examples = "PRIVACY") String course,
            @Schema(examples = "2026-01-01") LocalDate since) {}

    @Schema(name = "Curriculum")
    record CurriculumView(
            String role,
            List<String> courses,
            int withinDays,

            LocalDate adoptedOn,

            @Schema(description = "Since when each course is asked for; who was here before has his days from there on")
            List<AskedPart> asked,

            String changedBy,
            Instant changedAt) {

        static CurriculumView of(CurriculumRow row) {
            return new CurriculumView(
                    row.role,
                    List.of(row.courses),
                    row.withinDays,
                    row.adoptedOn,
                    Stream.of(row.courses)
                            .map(course -> new AskedPart(course, row.askedSince(course)))
                            .toList(),
                    row.changedBy,
                    row.changedAt);
        }
    }
}
