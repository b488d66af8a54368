package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts of {@code breach.obligation.v1}. */
public sealed interface ObligationEvent extends Event
        permits ObligationEvent.ObligationsComputed,
                ObligationEvent.HoldPlaced,
                ObligationEvent.HoldEnded,
                ObligationEvent.LogEntryRecorded,
                ObligationEvent.NotifierDecided,
                DeadlineEvent {

    /** Null only for a deadline that belongs to no incident. */
    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    /**
     * One duty.
     *
     * @param obligationId stays the same through recomputations
     * @param ruleId the rule that made it
     * @param jurisdiction {@code US} or a postal code
     * @param baseDue last lawful day before any hold
     * @param heldUntil first day on which the notice may go again (45 CFR 164.412); null when nothing holds it
     * @param due last lawful day
     * @param track for HHS and Part 2: {@code CONTEMPORANEOUS} or {@code ANNUAL_LOG}; else null
     * @param method for substitute notice: {@code ALTERNATIVE} or {@code CONSPICUOUS}; else null
     * @param source for a business associate's notice: {@code LAW}, {@code POLICY} or {@code CONTRACT}; else null
     * @param recipient who is to be told, in words
     * @param completedOn the day it was done; null while it is open
     * @param delegatedTo the business associate that gives this notice, as in breach-service's list, or the covered entity
     *     of its notice plan that does; null where the entity gives it itself. The entity stays responsible until
     *     {@code completedOn} is there
     * @param must what has to stand in the notice, in words of the rule
     * @param mustNot what must not stand in it
     */
    record Obligation(
            UUID obligationId,
            String ruleId,
            ObligationKind kind,
            String jurisdiction,
            LocalDate baseDue,
            LocalDate heldUntil,
            LocalDate due,
            String track,
            String method,
            String source,
            String recipient,
            String citation,
            String reason,
            LocalDate completedOn,
            UUID delegatedTo,
            List<String> must,
            List<String> mustNot) {

        public Obligation {
            // Absent in facts that are older than the elements.
            must = must == null ? List.of() : List.copyOf(must);
            mustNot = mustNot == null ? List.of() : List.copyOf(mustNot);
        }

        /** A duty whose rule says nothing of what stands in the notice. */
        public Obligation(
                UUID obligationId,
                String ruleId,
                ObligationKind kind,
                String jurisdiction,
                LocalDate baseDue,
                LocalDate heldUntil,
                LocalDate due,
                String track,
                String method,
                String source,
                String recipient,
                String citation,
                String reason,
                LocalDate completedOn) {
            this(
                    obligationId,
                    ruleId,
                    kind,
                    jurisdiction,
                    baseDue,
                    heldUntil,
                    due,
                    track,
                    method,
                    source,
                    recipient,
                    citation,
                    reason,
                    completedOn,
                    null,
                    List.of(),
                    List.of());
        }
    }

    /**
     * All duties of the breach, replacing the earlier list.
     *
     * @param version counts up with every computation
     * @param discoveredOn local day of the entity
     * @param combinedLetterDue earliest due day of all letters to individuals; null when there is none
     */
    @Fact("obligations-computed")
    record ObligationsComputed(
            UUID incidentId,
            String entityId,
            int version,
            LocalDate discoveredOn,
            LocalDate combinedLetterDue,
            List<Obligation> obligations,
            Instant computedAt)
            implements ObligationEvent {

        public ObligationsComputed {
            obligations = List.copyOf(obligations);
        }
    }

    /** A law-enforcement statement holds notices until the given day (45 CFR 164.412). */
    @Fact("hold-placed")
    record HoldPlaced(UUID incidentId, LocalDate statedOn, LocalDate heldUntil) implements ObligationEvent {}

    @Fact("hold-ended")
    record HoldEnded(UUID incidentId, LocalDate endedOn) implements ObligationEvent {}

    /**
     * The breach stands in the log of its year of discovery (45 CFR 164.408(c)).
     *
     * @param trackingNumber of the HHS portal; null until it is known
     */
    @Fact("log-entry-recorded")
    record LogEntryRecorded(UUID incidentId, int year, String track, String trackingNumber)
            implements ObligationEvent {}

    /** Who gives notices, where a breach touches several covered entities. */
    enum SenderKind {
        /** The entity of this incident, whether it acts as a covered entity or as the business associate. */
        THIS_ENTITY,
        COVERED_ENTITY,
        BUSINESS_ASSOCIATE
    }

    /**
     * One giver of notices.
     *
     * @param senderId the incident for this entity, else the covered entity of the notice plan, which is also the id of its
     *     deadline {@code COVERED_ENTITY_NOTICE}, or the business associate of breach-service's list
     * @param coveredEntities whose people it tells, under those ids
     * @param notices how many people get theirs from it; over all senders of a whole plan nobody is counted twice
     */
    record NoticeSender(SenderKind kind, UUID senderId, List<UUID> coveredEntities, long notices) {

        public NoticeSender {
            coveredEntities = List.copyOf(coveredEntities);
        }
    }

    /**
     * It was decided who gives notices, so that each person gets one (policy III.A.4.b); replaces the earlier decision.
     *
     * @param edition counts up from 1 per breach
     * @param people who are to be told, each counted once
     * @param complete false while somebody would get no notice, or two
     */
    @Fact("notifier-decided")
    record NotifierDecided(
            UUID incidentId,
            String entityId,
            int edition,
            long people,
            List<NoticeSender> senders,
            boolean complete,
            Instant decidedAt)
            implements ObligationEvent {

        public NotifierDecided {
            senders = List.copyOf(senders);
        }
    }
}
