package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.investigation.readiness.Completions.CompletionRequest;
import org.candor.investigation.readiness.Completions.Evidence;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Member;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The response team and its completed courses over REST. */
final class TeamViews {

    private static final int LONGEST = 200;

    private TeamViews() {}

    @Schema(name = "TeamMemberRequest")
    record MemberRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = LONGEST)
            String entityId,

            @Schema(examples = "true") @NotNull Boolean active,

            @Schema(description = "What he is designated for (policy I.C.1)", examples = "[\"FORENSICS\"]")
            @NotNull
            @Size(max = 10)
            Set<@NotNull Area> areas,

            @Schema(description = "Last day of his authorisation; left out, he has none", examples = "2026-12-31")
            LocalDate authorisedUntil,

            @Schema(
                    description = "Who stands in for him: the subject of another active member; left out, nobody",
                    examples = "019cb452-04c0-790c-8c7d-7247342cd811")
            @CleanText(max = LONGEST)
            String deputy,

            @Schema(description = "First day of his membership; left out, it has begun", examples = "2026-01-01")
            LocalDate since,

            @Schema(description = "Last day of his membership; left out, no end is known", examples = "2026-12-31")
            LocalDate until) {

        Member member() {
            return new Member(
                    active,
                    areas,
                    Optional.ofNullable(authorisedUntil),
                    Optional.ofNullable(since),
                    Optional.ofNullable(until));
        }
    }

    @Schema(name = "TeamMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            String entityId,
            String person,
            boolean active,
            List<Area> areas,
            LocalDate authorisedUntil,
            String deputy,
            LocalDate since,
            LocalDate until,
            List<TrainingPart> trainings,

            @Schema(
                    description = "What he lacks today",
                    examples = "[\"training.INCIDENT_RESPONSE.expired.2026-01-31\"]")
            List<String> missing) {}

    @Schema(name = "TrainingRequest")
    record TrainingRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = LONGEST)
            String entityId,

            @Schema(description = "Subject at the identity provider") @NotNull @CleanText(max = LONGEST)
            String person,

            @Schema(description = "Code of the catalogue", examples = "INCIDENT_RESPONSE") @NotNull @CleanText(max = 60)
            String course,

            @Schema(examples = "2026-02-01") @NotNull LocalDate completedOn,

            @Schema(description = "Last day on which it counts", examples = "2027-01-31") @NotNull
            LocalDate validUntil,

            @Valid Evidence evidence) {

        CompletionRequest completion() {
            return new CompletionRequest(entityId, course, completedOn, validUntil, evidence);
        }
    }

    @Schema(name = "CompletedTraining")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrainingPart(
            String course, LocalDate completedOn, LocalDate validUntil, String recordedBy, Evidence evidence) {

        static TrainingPart of(TrainingRow row) {
            Evidence evidence = new Evidence(row.evidenceDocument, row.evidenceSha256, row.evidenceReference);
            return new TrainingPart(
                    row.course,
                    row.completedOn,
                    row.validUntil,
                    row.recordedBy,
                    evidence.equals(Evidence.NONE) ? null : evidence);
        }
    }

    @Schema(name = "TeamMemberChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangePart(
            boolean active,
            List<Area> areas,
            LocalDate authorisedUntil,
            String deputy,
            LocalDate since,
            LocalDate until,
            String changedBy,
            Instant changedAt) {

        static ChangePart of(MemberChangeRow row) {
            return new ChangePart(
                    row.active,
                    Arrays.stream(row.areas).map(Area::valueOf).toList(),
                    row.authorisedUntil,
                    row.deputy,
                    row.since,
                    row.until,
                    row.changedBy,
                    row.changedAt);
        }
    }
}
