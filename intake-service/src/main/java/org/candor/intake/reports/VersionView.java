package org.candor.intake.reports;

import java.time.Instant;
import java.util.List;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a report said before a correction; number 1 is the original.
 *
 * @param reason why it was corrected
 */
@Schema(name = "ReportVersion")
public record VersionView(
        long number,
        ReportKind kind,
        Relation relation,
        Channel channel,
        Medium medium,
        Instant happenedAt,
        Instant learnedAt,
        boolean late,
        boolean phiPossible,
        boolean urgent,
        PersonalText narrative,
        PersonalText place,
        List<String> systems,
        PersonalText latenessReason,
        Instant replacedAt,
        String replacedBy,
        PersonalText reason) {

    static VersionView of(ReportVersion version, ReportDetails details, String reason) {
        return new VersionView(
                version.number,
                version.kind,
                version.relation,
                version.channel,
                version.medium,
                version.happenedAt,
                version.learnedAt,
                version.late,
                version.phiPossible,
                version.urgent,
                new PersonalText(details.narrative()),
                new PersonalText(details.place()),
                details.systems(),
                new PersonalText(details.latenessReason()),
                version.replacedAt,
                version.replacedBy,
                new PersonalText(reason));
    }
}
