package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.AssessmentOutcome;

/** An assessment in a list; nothing that people wrote. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssessmentSummary(
        UUID incidentId,
        String entityId,
        boolean drill,
        StateName state,
        AssessmentOutcome outcome,
        LocalDate discoveredOn,
        Instant openedAt,
        Instant updatedAt) {}
