package org.candor.intake.reports;

import java.time.Instant;
import java.util.UUID;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportState;

/** A report in a list: classifications and times, no text. */
public record ReportSummary(
        UUID incidentId,
        String entityId,
        ReportKind kind,
        Relation relation,
        Channel channel,
        boolean anonymous,
        boolean phiPossible,
        boolean urgent,
        boolean drill,
        Instant receivedAt,
        boolean late,
        ReportState state) {

    static ReportSummary of(Report report) {
        return new ReportSummary(
                report.incidentId,
                report.entityId,
                report.kind,
                report.relation,
                report.channel,
                report.anonymous,
                report.phiPossible,
                report.urgent,
                report.drill,
                report.receivedAt,
                report.late,
                report.state);
    }
}
