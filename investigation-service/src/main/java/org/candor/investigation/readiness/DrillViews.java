package org.candor.investigation.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.readiness.decision.Drill;
import org.candor.kit.web.CleanText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Drills over REST. */
final class DrillViews {

    private DrillViews() {}

    @Schema(name = "DrillRequest")
    record DrillRequest(
            @Schema(examples = "larkspur-falls") @NotNull @CleanText(max = 200)
            String entityId,

            @Schema(
                    description = "What is played; invented, about nobody",
                    examples = "Files on a server are encrypted at night")
            @NotNull
            @CleanText(max = 4000)
            String scenario,

            @Schema(examples = "2026-06-30") @NotNull LocalDate dueOn,

            @Schema(description = "After how many months it comes again; left out, it does not", examples = "12")
            @Min(1)
            @Max(60)
            Integer everyMonths) {}

    @Schema(name = "DrillRunRequest")
    record RunRequest(
            @Schema(description = "A case that was reported as an exercise") @NotNull
            UUID incident) {}

    @Schema(name = "DrillFindingRequest")
    record FindingRequest(
            @Schema(examples = "Two numbers of the telephone list are wrong") @NotNull @CleanText(max = 2000)
            String text,

            @Schema(examples = "SECURITY_OFFICER") @NotNull OfficerRole owner,
            @Schema(examples = "2026-07-31") @NotNull LocalDate dueOn) {}

    @Schema(name = "DrillEndingRequest")
    record EndingRequest(
            @Schema(examples = "Contained in 40 minutes; the list of telephone numbers was old")
            @NotNull
            @CleanText(max = 4000)
            String text) {}

    @Schema(name = "DrillFinding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingPart(
            UUID id,
            String text,
            OfficerRole owner,
            LocalDate dueOn,
            String recordedBy,
            Instant recordedAt,
            LocalDate doneOn,
            String doneBy,
            String proof) {

        static FindingPart of(DrillFindingRow row) {
            return new FindingPart(
                    row.id,
                    row.text,
                    row.owner,
                    row.dueOn,
                    row.recordedBy,
                    row.recordedAt,
                    row.doneOn,
                    row.doneBy,
                    row.proof);
        }
    }

    @Schema(name = "Drill")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrillView(
            UUID id,
            String entityId,
            String scenario,
            Drill.State state,
            LocalDate dueOn,
            Integer everyMonths,

            @Schema(description = "The case that it ran through; only for those who may see it")
            UUID incident,

            LocalDate heldOn,

            @Schema(description = "What came out, or why it was cancelled; only for those who may see the case")
            String outcome,

            @Schema(description = "The next one, where it comes again")
            UUID next,

            String plannedBy,
            Instant plannedAt,
            String endedBy,
            Instant endedAt,

            @Schema(description = "Not in lists; only for those who may see the case")
            List<FindingPart> findings) {}

    /**
     * @param seen the cases of drills that the caller may see
     * @param findings null in lists
     */
    static DrillView of(DrillRow row, Set<UUID> seen, List<DrillFindingRow> findings) {
        boolean hidden = row.incidentId != null && !seen.contains(row.incidentId);
        return new DrillView(
                row.id,
                row.entityId,
                row.scenario,
                row.state,
                row.dueOn,
                row.everyMonths,
                hidden ? null : row.incidentId,
                row.heldOn,
                hidden ? null : row.outcome,
                row.next,
                row.plannedBy,
                row.plannedAt,
                row.endedBy,
                row.endedAt,
                findings == null || hidden
                        ? null
                        : findings.stream().map(FindingPart::of).toList());
    }
}
