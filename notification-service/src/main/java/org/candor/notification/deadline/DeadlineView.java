package org.candor.notification.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deadline on the board. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadlineView(
        UUID deadlineId,
        UUID incidentId,
        String entityId,
        @Schema(examples = "INDIVIDUAL_NOTICE") String kind,
        String title,

        @Schema(description = "Last lawful day in the zone") LocalDate dueOn,

        @Schema(description = "Last instant, for duties counted in hours")
        Instant dueAt,

        String zone,
        @Schema(examples = "privacy-officer") String role,
        @Schema(examples = "45 CFR 164.404(b)") String citation,

        @Schema(enumeration = {"OPEN", "MET", "CANCELLED"}) String state,

        @Schema(description = "Whole days from today; negative when overdue; only while open")
        Long daysLeft,

        boolean late,
        LocalDate metOn,

        @Schema(description = "True for a deadline of an exercise; the board lists those only when asked")
        boolean drill,

        @Schema(description = "The service that owns the duty", examples = "breach")
        String service,

        @Schema(description = "Whole days after the due day on which it was met; only once met")
        Long daysLate,

        @Schema(description = "Id of the event that ended the duty, as it stands in the trail; only once ended")
        UUID proofEventId,

        @Schema(description = "Why the duty was cancelled") String reason,
        Instant updatedAt,

        @Schema(
                description =
                        "LEGAL: law or policy sets its day for one matter; PROGRAMME: it comes again between incidents",
                enumeration = {"LEGAL", "PROGRAMME"})
        String nature) {}
