package org.candor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts of {@code intake.report.v1}. */
public sealed interface ReportEvent extends Event permits ReportEvent.ReportSubmitted, ReportEvent.ReportRouted {

    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    /**
     * A report was accepted and is durable.
     *
     * @param relation of the reporter to the organisation, a code of intake's form
     * @param channel how the report came in, a code of intake's form
     * @param happenedAt when it happened; null when unknown
     * @param learnedAt when the reporter learned of it; null when not said
     * @param receivedAt the server's time of acceptance
     * @param late true when more than 24 hours of elapsed time lay between learning and receipt (policy I.B.1.a)
     * @param byWorkforce true when the reporter is bound by the 24-hour rule and his knowledge counts as the entity's
     */
    @Fact("report-submitted")
    record ReportSubmitted(
            UUID incidentId,
            String entityId,
            ReportKind kind,
            String relation,
            String channel,
            boolean anonymous,
            boolean byWorkforce,
            boolean phiPossible,
            boolean urgent,
            Instant happenedAt,
            Instant learnedAt,
            Instant receivedAt,
            boolean late)
            implements ReportEvent {}

    /** The officers in charge are known; the record that opens the incident to them is on {@code intake.routing.v1}. */
    @Fact("report-routed")
    record ReportRouted(UUID incidentId, String entityId, List<RoutingEvent.Assigned> officers, String reason)
            implements ReportEvent {

        public ReportRouted {
            officers = List.copyOf(officers);
        }
    }
}
