package org.candor.intake.reports;

import org.candor.intake.reports.DuplicateRequest.Decision;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report that looks like another, or was linked to it.
 *
 * @param decision null until an officer has decided
 */
@Schema(name = "Duplicate")
public record DuplicateView(
        ReportSummary report,
        Decision decision,

        @Schema(description = "Send it as If-Match with the decision", examples = "\"0\"")
        String etag) {

    static DuplicateView of(ReportSummary report, Decision decision, long version) {
        return new DuplicateView(report, decision, EntityTags.of(version));
    }
}
