package org.candor.investigation.readiness;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of roles, and which policies changed, over REST. */
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

    @Schema(name = "Curriculum")
    record CurriculumView(
            String role,
            List<String> courses,
            int withinDays,

            @Schema(description = "Who was here before has his days from here on")
            LocalDate adoptedOn,

            String changedBy,
            Instant changedAt) {

        static CurriculumView of(CurriculumRow row) {
            return new CurriculumView(
                    row.role, List.of(row.courses), row.withinDays, row.adoptedOn, row.changedBy, row.changedAt);
        }
    }

    @Schema(name = "PolicyChangeRequest")
    record PolicyChangeRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(description = "Code of the policy", examples = "4-I") @NotNull @CleanText(max = LONGEST)
            String policy,

            @Schema(examples = "2026-04-01") @NotNull LocalDate effectiveOn,

            @Schema(description = "Courses that teach what has changed", examples = "[\"PRIVACY\"]")
            @NotEmpty
            @Size(max = 50)
            Set<@NotNull @CleanText(max = LONGEST) String> courses,

            @Schema(description = "Calendar days from the effective day", examples = "30") @NotNull @Min(0) @Max(366)
            Integer withinDays) {}

    @Schema(name = "PolicyChange")
    record PolicyChangeView(
            UUID id,
            String policy,
            LocalDate effectiveOn,
            List<String> courses,
            LocalDate dueOn,
            String recordedBy,
            Instant recordedAt) {

        static PolicyChangeView of(PolicyChangeRow row) {
            return new PolicyChangeView(
                    row.id,
                    row.policy,
                    row.effectiveOn,
                    List.of(row.courses),
                    row.change().dueOn(),
                    row.recordedBy,
                    row.recordedAt);
        }
    }
}
