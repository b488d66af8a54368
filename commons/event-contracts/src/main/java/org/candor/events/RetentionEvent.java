package org.candor.events;

import java.time.LocalDate;
import java.util.UUID;

/** Facts of {@code audit.retention.v1}. */
public sealed interface RetentionEvent extends Event permits RetentionEvent.RetentionSet, DeadlineEvent {

    /** Null only for a deadline that belongs to no incident. */
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
}
