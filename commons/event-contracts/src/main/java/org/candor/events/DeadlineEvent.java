package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Deadlines travel on the topic of whoever owns the duty; only notification-service counts down and alerts. One duty keeps
 * one id for its whole life, and a new {@link DeadlineSet} with that id replaces the earlier one.
 */
public sealed interface DeadlineEvent
        extends ReportEvent, CaseEvent, ObligationEvent, NoticeEvent, RetentionEvent, ProgrammeEvent
        permits DeadlineEvent.DeadlineSet, DeadlineEvent.DeadlineMet, DeadlineEvent.DeadlineCancelled {

    UUID deadlineId();

    /** Null where the duty belongs to no incident. */
    UUID incidentId();

    @Override
    default String subject() {
        return incidentId() == null ? deadlineId().toString() : incidentId().toString();
    }

    /**
     * A duty with its whole state. Exactly one of {@code dueOn} and {@code dueAt} is given.
     *
     * @param kind a stable code such as {@code INDIVIDUAL_NOTICE} or {@code COMPLAINT_ANSWER}
     * @param title what is to be done, in words without health information
     * @param dueOn the last lawful day in {@code zone}; never rolled off a weekend or holiday
     * @param dueAt the last instant, for duties counted in hours
     * @param zone IANA name of the legal entity's zone
     * @param citation section of law or policy
     */
    @Fact("deadline-set")
    record DeadlineSet(
            UUID deadlineId,
            UUID incidentId,
            String entityId,
            String kind,
            String title,
            LocalDate dueOn,
            Instant dueAt,
            String zone,
            OfficerRole role,
            String citation)
            implements DeadlineEvent {}

    /**
     * The duty was done.
     *
     * @param daysLate whole days after the due day; 0 when in time
     */
    @Fact("deadline-met")
    record DeadlineMet(UUID deadlineId, UUID incidentId, LocalDate metOn, long daysLate) implements DeadlineEvent {}

    /** The duty no longer exists; the reason says why. */
    @Fact("deadline-cancelled")
    record DeadlineCancelled(UUID deadlineId, UUID incidentId, String reason) implements DeadlineEvent {}
}
