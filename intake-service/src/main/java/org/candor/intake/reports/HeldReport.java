package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.intake.reports.decision.ReportState;
import org.candor.kit.outbox.Origin;

/**
 * What the holder of a receipt may know of the report, and what it takes to add to it.
 *
 * @param answerDueOn null where it is no complaint
 * @param withdrawnAt null where it was not
 */
public record HeldReport(
        UUID incidentId,
        Origin origin,
        Instant receivedAt,
        ReportState state,
        boolean anonymous,
        LocalDate answerDueOn,
        Instant withdrawnAt) {}
