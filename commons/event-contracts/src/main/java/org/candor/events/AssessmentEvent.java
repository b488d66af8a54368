package org.candor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Facts of {@code breach.assessment.v1}. */
public sealed interface AssessmentEvent extends Event
        permits AssessmentEvent.AssessmentOpened,
                AssessmentEvent.DiscoveryDetermined,
                AssessmentEvent.AssessmentConcluded {

    UUID incidentId();

    @Override
    default String subject() {
        return incidentId().toString();
    }

    /** The question is open, and the answer is presumed to be yes (45 CFR 164.402(2)). */
    @Fact("assessment-opened")
    record AssessmentOpened(UUID incidentId, String entityId, Instant openedAt) implements AssessmentEvent {}

    /**
     * The discovery day, or a new one.
     *
     * @param discoveredOn local day of the entity; null while nobody's knowledge counts
     */
    @Fact("discovery-determined")
    record DiscoveryDetermined(UUID incidentId, LocalDate discoveredOn, String reason) implements AssessmentEvent {}

    /** The officer decided; {@code worksheetSha256} is the frozen worksheet's hash in hexadecimal. */
    @Fact("assessment-concluded")
    record AssessmentConcluded(UUID incidentId, AssessmentOutcome outcome, String worksheetSha256, Instant concludedAt)
            implements AssessmentEvent {}
}
