package org.candor.intake.reports;

import java.time.Instant;
import java.util.List;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole report, for those who may read it; each reading is recorded. The reporter's identity is not in it. */
@Schema(name = "Report")
public record ReportView(
        ReportSummary summary,
        Medium medium,
        Instant happenedAt,
        Instant learnedAt,
        PersonalText narrative,
        PersonalText place,
        List<String> systems,
        List<PersonalText> implicated) {

    static ReportView of(Report report, ReportDetails details) {
        return new ReportView(
                ReportSummary.of(report),
                report.medium,
                report.happenedAt,
                report.learnedAt,
                new PersonalText(details.narrative()),
                new PersonalText(details.place()),
                details.systems(),
                details.implicated().stream().map(PersonalText::new).toList());
    }
}
