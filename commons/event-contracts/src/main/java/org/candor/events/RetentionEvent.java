package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Facts of {@code audit.retention.v1}. All are published by audit-service, but {@link KeyDestroyed} by every service. */
public sealed interface RetentionEvent extends Event
        permits RetentionEvent.RetentionSet,
                RetentionEvent.DocumentKept,
                RetentionEvent.LegalHoldPlaced,
                RetentionEvent.LegalHoldLifted,
                RetentionEvent.DisposalOrdered,
                RetentionEvent.KeyDestroyed,
                RetentionEvent.DisposalCompleted,
                RetentionEvent.LogRemovalOrdered,
                DeadlineEvent {

    /** Null for what belongs to no incident. */
    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    /**
     * How long the incident's records are kept: six years or longer (45 CFR 164.530(j)(2)).
     *
     * @param keepThrough the last day on which nothing may be disposed of
     */
    @Fact("retention-set")
    record RetentionSet(UUID incidentId, LocalDate concludedOn, LocalDate keepThrough, String reason)
            implements RetentionEvent {}

    /**
     * A frozen document was taken into keeping, so that its hash stands in the trail.
     *
     * @param incidentId null for a document that belongs to no incident
     * @param kind a code such as {@code FORM} or {@code BREACH_WORKSHEET}
     * @param reference what the sender calls it; codes and ids, never words
     * @param sha256 of the document, in hexadecimal
     * @param size in bytes
     * @param frozenAt when it was made
     */
    @Fact("document-kept")
    record DocumentKept(
            UUID documentId, UUID incidentId, String kind, String reference, String sha256, long size, Instant frozenAt)
            implements RetentionEvent {

        @Override
        public String subject() {
            return incidentId == null ? documentId.toString() : incidentId.toString();
        }
    }

    /**
     * Nothing that is under the hold may be disposed of, whatever its date says. Two holds are two.
     *
     * @param incidentId null for a hold on a period, which covers every incident of the entity with an event in it
     * @param from first day of the period; null for a hold on an incident
     * @param to last day of the period; null while it is open
     * @param reason a code such as {@code LITIGATION}
     */
    @Fact("hold-placed")
    record LegalHoldPlaced(UUID holdId, UUID incidentId, String entityId, LocalDate from, LocalDate to, String reason)
            implements RetentionEvent {

        @Override
        public String subject() {
            return incidentId == null ? holdId.toString() : incidentId.toString();
        }
    }

    /** That hold ended; others go on. */
    @Fact("hold-lifted")
    record LegalHoldLifted(UUID holdId, UUID incidentId, LocalDate liftedOn) implements RetentionEvent {

        @Override
        public String subject() {
            return incidentId == null ? holdId.toString() : incidentId.toString();
        }
    }

    /**
     * Two people decided that the incident's records go. Every service destroys its data key of the incident and answers
     * with {@link KeyDestroyed}.
     *
     * @param orderedBy subject of who asked for it
     * @param approvedBy subject of another person
     * @param keptThrough the day through which they were kept
     * @param reason which rule ended, with its citation
     */
    @Fact("disposal-ordered")
    record DisposalOrdered(
            UUID disposalId,
            UUID incidentId,
            String orderedBy,
            String approvedBy,
            LocalDate keptThrough,
            String reason,
            Instant at)
            implements RetentionEvent {}

    /**
     * A service can read nothing of the incident any more.
     *
     * @param service who destroyed, such as {@code intake}
     * @param keyFound false where the service never had a key of the incident, or had destroyed it before
     * @param indexRows blind index values that went too
     */
    @Fact("key-destroyed")
    record KeyDestroyed(UUID disposalId, UUID incidentId, String service, boolean keyFound, long indexRows, Instant at)
            implements RetentionEvent {}

    /**
     * Every service confirmed.
     *
     * @param backupsGoneOn the day by which the last back-up of a wrapped key has ended too
     */
    @Fact("disposal-completed")
    record DisposalCompleted(
            UUID disposalId, UUID incidentId, LocalDate completedOn, LocalDate backupsGoneOn, String reason)
            implements RetentionEvent {}

    /**
     * Two people decided that the entries of the trail's log of a past year go. Its last checkpoint stays in the log of logs.
     *
     * @param origin names the log in its checkpoints
     * @param size how many entries it had
     * @param orderedBy subject of who asked for it
     * @param approvedBy subject of another person
     * @param keptThrough the day through which it was kept for its own sake
     */
    @Fact("log-removal-ordered")
    record LogRemovalOrdered(
            UUID removalId,
            String origin,
            int year,
            long size,
            String orderedBy,
            String approvedBy,
            LocalDate keptThrough,
            Instant at)
            implements RetentionEvent {

        /** None: it is about everything of that year. */
        @Override
        public UUID incidentId() {
            return null;
        }

        @Override
        public String subject() {
            return removalId.toString();
        }
    }
}
