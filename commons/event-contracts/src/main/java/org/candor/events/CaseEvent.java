package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts of {@code investigation.case.v1}. */
public sealed interface CaseEvent extends Event
        permits CaseEvent.CaseOpened,
                CaseEvent.CaseTriaged,
                CaseEvent.BreachAssessmentRequested,
                CaseEvent.PhaseStarted,
                CaseEvent.PhaseCompleted,
                CaseEvent.SafeToContinueDecided,
                CaseEvent.ReadersRestricted,
                CaseEvent.FormSigned,
                CaseEvent.ComplaintAnswered,
                CaseEvent.RecommendationDecided,
                CaseEvent.CaseClosed,
                CaseEvent.CaseReopened,
                CaseEvent.TrainingCompleted,
                DeadlineEvent {

    /** Null where the fact belongs to no incident. */
    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    /** A case exists for the incident. */
    @Fact("case-opened")
    record CaseOpened(UUID incidentId, String entityId, Instant openedAt) implements CaseEvent {}

    /**
     * What kind of case it is (policy I.B.2.a).
     *
     * @param phiMayBeInvolved true opens the breach question, whatever else was found
     * @param cyberRelated see policy II.2
     */
    @Fact("case-triaged")
    record CaseTriaged(
            UUID incidentId,
            boolean privacy,
            boolean security,
            boolean phiMayBeInvolved,
            boolean cyberRelated,
            Instant triagedAt)
            implements CaseEvent {}

    /** Whose knowledge a candidate for the discovery date is (45 CFR 164.404(a)(2)). */
    enum KnownBy {
        WORKFORCE,
        AGENT,
        WRONGDOER,
        BUSINESS_ASSOCIATE
    }

    /** A candidate for the discovery date. */
    record Knowledge(KnownBy by, Instant at) {}

    /** Why the breach question is asked; nothing in it says what people wrote. */
    enum AssessmentReason {
        TRIAGE,
        /** Health information came to light after triage (policy I.E.3). */
        FOUND_LATER,
        /** The case was reopened, and its new triage finds health information. */
        CASE_REOPENED
    }

    /**
     * The breach question is open. It is asked at triage and never waits for the technical phases.
     *
     * @param occurredAt when the incident happened; null when unknown
     * @param knowledge who knew when, as far as the report says
     * @param request 1 at first, one more each time it is asked again; 0 in facts from before it was told
     * @param reason null in facts from before it was told
     */
    @Fact("breach-assessment-requested")
    record BreachAssessmentRequested(
            UUID incidentId,
            String entityId,
            Instant occurredAt,
            List<Knowledge> knowledge,
            Instant requestedAt,
            int request,
            AssessmentReason reason)
            implements CaseEvent {

        public BreachAssessmentRequested {
            knowledge = List.copyOf(knowledge);
        }

        /** The first request, at triage. */
        public BreachAssessmentRequested(
                UUID incidentId, String entityId, Instant occurredAt, List<Knowledge> knowledge, Instant requestedAt) {
            this(incidentId, entityId, occurredAt, knowledge, requestedAt, 1, AssessmentReason.TRIAGE);
        }
    }

    @Fact("phase-started")
    record PhaseStarted(UUID incidentId, CasePhase phase, Instant startedAt) implements CaseEvent {}

    @Fact("phase-completed")
    record PhaseCompleted(UUID incidentId, CasePhase phase, Instant completedAt) implements CaseEvent {}

    /** Policy I.D.1.h: true leads to forms and follow-up, false stops operation and leads to eradication. */
    @Fact("safe-to-continue-decided")
    record SafeToContinueDecided(UUID incidentId, boolean safe, Instant decidedAt) implements CaseEvent {}

    /** Only these subjects may read the incident from now on; intake puts them into the routing record. */
    @Fact("readers-restricted")
    record ReadersRestricted(UUID incidentId, List<String> readers) implements CaseEvent {

        public ReadersRestricted {
            readers = List.copyOf(readers);
        }
    }

    /**
     * A form was signed and is frozen in this version.
     *
     * @param form catalogue id, such as {@code 4-I-A}
     * @param sha256 of the signed document, hexadecimal
     */
    @Fact("form-signed")
    record FormSigned(UUID incidentId, String form, int version, String sha256, Instant signedAt)
            implements CaseEvent {}

    /** What the investigation of a complaint found. */
    enum ComplaintResult {
        VIOLATION_FOUND,
        NO_VIOLATION_FOUND,
        PERMITTED_DISCLOSURE,
        NOT_ENOUGH_INFORMATION
    }

    /** How a letter reaches a complainant. */
    enum LetterChannel {
        MAIL,
        EMAIL,
        IN_PERSON,
        RECEIPT_MAILBOX
    }

    /**
     * The result of a complaint is ready for the complainant (policy I.G.1); told once. The letter itself stays with
     * investigation-service: who gives it reads its words there, with a scope for that alone.
     *
     * @param extended the first 30 days were extended in time
     * @param result null in facts from before it was told
     * @param channel how it is given, {@code RECEIPT_MAILBOX} where the complainant gave no name; it says nothing of who he
     *     is. Null in facts from before it was told
     */
    @Fact("complaint-answered")
    record ComplaintAnswered(
            UUID incidentId, LocalDate answeredOn, boolean extended, ComplaintResult result, LetterChannel channel)
            implements CaseEvent {}

    @Fact("recommendation-decided")
    record RecommendationDecided(UUID incidentId, UUID recommendationId, boolean approved, Instant decidedAt)
            implements CaseEvent {}

    /** What is counted of a cost. */
    enum CostKind {
        WORK_HOURS,
        MONEY
    }

    /**
     * What an incident cost in all, of one kind and currency.
     *
     * @param hundredths of an hour or of the currency's unit
     * @param currency ISO 4217; null for hours
     */
    record Cost(CostKind kind, long hundredths, String currency) {}

    /**
     * Closed; the conclusion date starts the retention clock unless a posting still runs.
     *
     * @param costs as the follow-up has them (policy I.H.2.a); empty in facts from before they were told
     */
    @Fact("case-closed")
    record CaseClosed(UUID incidentId, LocalDate concludedOn, Instant closedAt, List<Cost> costs) implements CaseEvent {

        public CaseClosed {
            costs = costs == null ? List.of() : List.copyOf(costs);
        }

        /** Without costs, as it was told before. */
        public CaseClosed(UUID incidentId, LocalDate concludedOn, Instant closedAt) {
            this(incidentId, concludedOn, closedAt, List.of());
        }
    }

    @Fact("case-reopened")
    record CaseReopened(UUID incidentId, Instant reopenedAt) implements CaseEvent {}

    /**
     * Somebody of the workforce completed a course (45 CFR 164.530(b)(2)(ii)). Who it was stays with investigation-service.
     *
     * @param course code of the catalogue, such as {@code SAFEGUARDS}
     * @param catalogue version of the catalogue that says what the course teaches
     * @param validUntil the last day on which it counts
     */
    @Fact("training-completed")
    record TrainingCompleted(
            UUID trainingId,
            String entityId,
            String course,
            String catalogue,
            LocalDate completedOn,
            LocalDate validUntil)
            implements CaseEvent {

        @Override
        public UUID incidentId() {
            return null;
        }

        @Override
        public String subject() {
            return trainingId.toString();
        }
    }
}
