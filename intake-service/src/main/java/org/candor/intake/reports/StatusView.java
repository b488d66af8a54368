package org.candor.intake.reports;

import java.time.Instant;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reporter is told of his report. */
@Schema(name = "ReportStatus")
public record StatusView(Instant receivedAt, ReportState state) {

    static StatusView of(Report report) {
        return new StatusView(report.receivedAt, report.state);
    }
}
