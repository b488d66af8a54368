package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        ReportState state,

        @Schema(description = "Last day to answer a complaint; null for all else")
        LocalDate answerDueOn,

        @Schema(description = "When whoever reported took it back; null where he did not")
        Instant withdrawnAt,

        @Schema(description = "Of a business associate's report; null for all else")
        String associateId,

        @Schema(description = "1 until it is corrected") long reportVersion) {

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
                report.state,
                report.answerDueOn,
                report.withdrawnAt,
                report.associateId,
                report.reportVersion);
    }
}
