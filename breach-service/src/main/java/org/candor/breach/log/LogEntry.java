package org.candor.breach.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.AssessmentOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One breach in the log.
 *
 * @param reportDue last lawful day of the report to the Secretary
 * @param daysLate only once it was reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BreachLogEntry")
public record LogEntry(
        UUID incidentId,
        String entityId,
        String entityName,
        AssessmentOutcome outcome,
        LocalDate discoveredOn,
        long individuals,
        boolean estimated,
        String track,
        LocalDate individualsToldOn,
        LocalDate reportDue,
        LocalDate reportedOn,
        Long daysLate,
        String trackingNumber) {}
