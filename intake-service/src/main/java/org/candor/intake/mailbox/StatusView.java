package org.candor.intake.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import org.candor.intake.reports.HeldReport;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reporter is told of his report. */
@Schema(
        name = "ReportStatus",
        requiredProperties = {"receivedAt", "state"})
public record StatusView(
        Instant receivedAt,
        ReportState state,

        @Schema(description = "A complaint is answered by this day; null for all else")
        LocalDate answerDueOn,

        @Schema(description = "When it was taken back; null where it was not")
        Instant withdrawnAt) {

    static StatusView of(HeldReport report) {
        return new StatusView(report.receivedAt(), report.state(), report.answerDueOn(), report.withdrawnAt());
    }
}
