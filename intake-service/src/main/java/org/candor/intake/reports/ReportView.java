package org.candor.intake.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole report, for those who may read it; each reading is recorded. The reporter's identity is not in it. */
@Schema(name = "Report")
public record ReportView(
        ReportSummary summary,
        Medium medium,
        Instant happenedAt,
        Instant learnedAt,

        @Schema(
                description = "How long after its 24 hours it came, as an ISO 8601 duration; null when in time",
                examples = "PT3H20M")
        String lateBy,

        @Schema(description = "Why it came late, as far as said")
        PersonalText latenessReason,

        @Schema(description = "The officer who took it down; null where whoever reported wrote it")
        String takenBy,

        PersonalText narrative,
        PersonalText place,
        List<String> systems,

        @Schema(description = "Those of the report, then those who were added later")
        List<PersonalText> implicated,

        @Schema(description = "The report that this one follows, where the caller may see it")
        UUID follows,

        @Schema(description = "Of a business associate's report; null for all else")
        AssociateView associate,

        List<SupplementView> supplements,

        @Schema(description = "Why it was taken back, as far as said")
        PersonalText withdrawal) {

    /** What a business associate told of itself. */
    @Schema(name = "Associate")
    public record AssociateView(String associateId, LocalDate discoveredOn, Standing standing, Long contractDays) {}

    static ReportView of(
            Opened opened, List<String> implicated, List<SupplementView> supplements, boolean showsFollowed) {
        Report report = opened.report();
        ReportDetails details = opened.details();
        return new ReportView(
                ReportSummary.of(report),
                report.medium,
                report.happenedAt,
                report.learnedAt,
                report.late
                        ? ReportRules.lateBy(report.learnedAt, report.receivedAt)
                                .toString()
                        : null,
                new PersonalText(details.latenessReason()),
                report.takenBy,
                new PersonalText(details.narrative()),
                new PersonalText(details.place()),
                details.systems(),
                implicated.stream().map(PersonalText::new).toList(),
                showsFollowed ? report.follows : null,
                associate(report),
                supplements,
                report.withdrawal == null
                        ? null
                        : new PersonalText(
                                opened.cipher().read(Withdrawals.REASON, report.incidentId, report.withdrawal)));
    }

    private static AssociateView associate(Report report) {
        return report.associateId == null && report.associateDiscoveredOn == null
                ? null
                : new AssociateView(
                        report.associateId,
                        report.associateDiscoveredOn,
                        report.associateStanding,
                        report.associateContractDays);
    }
}
