package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts of {@code intake.report.v1}. */
public sealed interface ReportEvent extends Event
        permits ReportEvent.ReportSubmitted,
                ReportEvent.ReportRouted,
                ReportEvent.ReportCorrected,
                ReportEvent.ReportSupplemented,
                ReportEvent.ReportWithdrawn,
                ReportEvent.ImplicatedPersonAdded,
                ReportEvent.CheckUpDue,
                ReportEvent.ContactGiven,
                ReportEvent.ReporterMessageReceived,
                ReportEvent.OfficerMessageSent,
                ReportEvent.BreakGlassUsed,
                DeadlineEvent {

    /** Null only for a deadline that belongs to no incident. */
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
     * @param answerDueOn last day to answer a complaint (policy I.G.1); null for all else
     * @param follows the earlier report whose making is said to have been retaliated for; null where there is none
     * @param associateId business associate that reports, as in breach-service's list; null for all others
     * @param associateDiscoveredOn day on which the business associate says it discovered the breach; null when not said
     * @param associateStanding {@code AGENT}, {@code INDEPENDENT} or {@code UNKNOWN}, as it sees itself; null as above
     * @param associateContractDays days that its contract gives it to report; null when not said
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
            boolean late,
            LocalDate answerDueOn,
            UUID follows,
            String associateId,
            LocalDate associateDiscoveredOn,
            String associateStanding,
            Long associateContractDays)
            implements ReportEvent {

        /** A report that is no complaint, follows none and comes from no business associate. */
        public ReportSubmitted(
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
                boolean late) {
            this(
                    incidentId,
                    entityId,
                    kind,
                    relation,
                    channel,
                    anonymous,
                    byWorkforce,
                    phiPossible,
                    urgent,
                    happenedAt,
                    learnedAt,
                    receivedAt,
                    late,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** The officers in charge are known; the record that opens the incident to them is on {@code intake.routing.v1}. */
    @Fact("report-routed")
    record ReportRouted(UUID incidentId, String entityId, List<RoutingEvent.Assigned> officers, String reason)
            implements ReportEvent {

        public ReportRouted {
            officers = List.copyOf(officers);
        }
    }

    /**
     * An officer corrected the report; the original is kept.
     *
     * @param reportVersion counts up from 2; the original is 1
     * @param changed fields that differ from the version before, as the form names them
     * @param answerDueOn as in {@link ReportSubmitted}
     */
    @Fact("report-corrected")
    record ReportCorrected(
            UUID incidentId,
            String entityId,
            long reportVersion,
            List<String> changed,
            ReportKind kind,
            boolean byWorkforce,
            boolean phiPossible,
            boolean urgent,
            Instant happenedAt,
            Instant learnedAt,
            boolean late,
            LocalDate answerDueOn,
            Instant correctedAt)
            implements ReportEvent {

        public ReportCorrected {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Whoever reported added what became known later (policy III.A.4.a).
     *
     * @param number counts up from 1 per report
     * @param byAssociate true when a business associate supplied it
     * @param associateDiscoveredOn as he says now; null when he says nothing of it
     * @param affectedKnown how many persons are known to be affected by now; null when not said
     */
    @Fact("report-supplemented")
    record ReportSupplemented(
            UUID incidentId,
            String entityId,
            long number,
            boolean byAssociate,
            LocalDate associateDiscoveredOn,
            Long affectedKnown,
            Instant suppliedAt)
            implements ReportEvent {}

    /** Whoever reported took it back. It is recorded, nothing is deleted, and the duties remain. */
    @Fact("report-withdrawn")
    record ReportWithdrawn(UUID incidentId, String entityId, Instant withdrawnAt) implements ReportEvent {}

    /**
     * One more person may be involved. Who is recused for it stands in the routing record that follows.
     *
     * @param inDirectory false when nobody in the directory is so named
     */
    @Fact("implicated-person-added")
    record ImplicatedPersonAdded(UUID incidentId, String entityId, boolean inDirectory, Instant addedAt)
            implements ReportEvent {}

    /**
     * The day has come to ask whoever reported whether he suffers for it (policy I.B.1.b; 45 CFR 164.530(g)).
     *
     * @param number counts up from 1 per report
     * @param daysAfter days since receipt for which it was planned
     * @param role whose duty it is to ask; nobody whom the report implicates, where somebody else is there;
     *     null in facts from before it was told
     */
    @Fact("check-up-due")
    record CheckUpDue(UUID incidentId, String entityId, long number, long daysAfter, LocalDate dueOn, OfficerRole role)
            implements ReportEvent {}

    /**
     * Whoever reported gave a name and said how he wants acknowledgement and answer. Name and address stay in intake.
     *
     * @param answerBy LETTER, EMAIL or MAILBOX
     */
    @Fact("contact-given")
    record ContactGiven(UUID incidentId, String entityId, String answerBy, Instant givenAt) implements ReportEvent {}

    /**
     * The holder of a receipt wrote. What he wrote is read from intake.
     *
     * @param kind MESSAGE, ANSWER, FILE or WITHDRAWAL
     */
    @Fact("reporter-message-received")
    record ReporterMessageReceived(UUID incidentId, String entityId, UUID messageId, String kind, Instant receivedAt)
            implements ReportEvent {}

    /**
     * An officer wrote to the holder of the receipt. What he wrote stays in intake.
     *
     * @param question true when an answer is asked for
     */
    @Fact("officer-message-sent")
    record OfficerMessageSent(UUID incidentId, String entityId, UUID messageId, boolean question, Instant sentAt)
            implements ReportEvent {}

    /**
     * Somebody outside a restricted case opened it for himself for a time; who, is the event's actor. The routing record that
     * follows lets him in. Those in charge are told (policy I.B.2; 45 CFR 164.502(b)).
     *
     * @param ground why, a code of intake's form; what he wrote about it stays in intake
     * @param endsAt from then on the incident does not exist for him again
     */
    @Fact("break-glass-used")
    record BreakGlassUsed(
            UUID incidentId, String entityId, UUID exceptionId, String ground, Instant usedAt, Instant endsAt)
            implements ReportEvent {}
}
