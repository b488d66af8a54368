package org.candor.intake.reports;

import java.util.Map;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.ReportState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many reports the caller may see.
 *
 * @param late open ones that came more than 24 hours after learning
 * @param urgent open ones
 * @param withdrawn open ones that were taken back
 * @param answersOverdue complaints whose last day to answer has passed in the entity's zone
 * @param checkUpsDue check-ups whose day has come
 */
@Schema(name = "QueueCounts")
public record CountsView(
        long total,
        Map<ReportState, Long> byState,
        Map<ReportKind, Long> openByKind,
        long late,
        long urgent,
        long withdrawn,
        long answersOverdue,
        long checkUpsDue) {

    public CountsView {
        byState = Map.copyOf(byState);
        openByKind = Map.copyOf(openByKind);
    }
}
