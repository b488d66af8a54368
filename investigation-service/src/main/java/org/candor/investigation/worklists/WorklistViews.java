package org.candor.investigation.worklists;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.events.ReportKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What worklists are asked and show: codes, ids and times, nothing that people wrote. */
final class WorklistViews {

    private WorklistViews() {}

    @Schema(name = "WorklistSearch")
    record SearchRequest(
            @Schema(description = "Part of an id, code, step or title", examples = "case-triaged")
            @NotNull
            @Size(min = 3, max = 80)
            String q) {}

    @Schema(name = "WorklistCase")
    record CasePart(
            UUID incidentId,
            String entityId,
            @Schema(examples = "CONTAINMENT") CasePhase phase,
            ReportKind reportKind,
            boolean urgent,
            Instant openedAt,
            Instant updatedAt) {}

    @Schema(name = "OverdueDuty")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OverduePart(
            UUID deadlineId,
            UUID incidentId,
            @Schema(examples = "COMPLAINT_ANSWER") String kind,
            String title,
            String role,
            LocalDate dueOn,
            Instant dueAt) {}

    /** @param id of what waits */
    @Schema(name = "WaitingApproval")
    record ApprovalPart(@Schema(examples = "recommendation") String what, UUID id, UUID incidentId, Instant since) {}

    @Schema(name = "PhaseCount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhaseCount(
            CasePhase phase,
            @Schema(description = "Cases in it now") long cases,
            @Schema(description = "How often it has ended") long ended,

            @Schema(description = "Median time until it ended; absent where it never has", examples = "PT26H10M")
            String medianTime) {}
}
