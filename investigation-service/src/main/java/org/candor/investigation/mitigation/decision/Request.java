package org.candor.investigation.mitigation.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** What a business associate was asked to do, until when, and how that ended. */
public record Request(UUID id, LocalDate askedOn, LocalDate dueOn, Status status, Optional<LocalDate> endedOn) {

    /** Where a request stands. */
    public enum Status {
        OPEN,
        REPLIED,
        WITHDRAWN
    }

    public static Request asked(UUID id, LocalDate on, LocalDate dueOn) {
        return new Request(id, on, dueOn, Status.OPEN, Optional.empty());
    }

    Request ended(Status how, LocalDate on) {
        return new Request(id, askedOn, dueOn, how, Optional.of(on));
    }

    /** Whole days after the due day; 0 when in time or not ended. */
    public long daysLate() {
        return endedOn.map(on -> Math.max(0, ChronoUnit.DAYS.between(dueOn, on)))
                .orElse(0L);
    }
}
