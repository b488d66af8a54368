package org.candor.audit.safeguard.decision;

import java.util.Optional;

/** Kinds of places, with how easily somebody else overhears what is said there. */
public enum Place {
    INTERVIEW_ROOM(Risk.LOW),
    ENCLOSED_OFFICE(Risk.LOW),
    CONFERENCE_ROOM(Risk.LOW),
    EMPLOYEE_AREA(Risk.MEDIUM),
    TELEPHONE(Risk.MEDIUM),
    CUBICLE(Risk.MEDIUM),
    PUBLIC_AREA(Risk.HIGH),
    RECEPTION(Risk.HIGH),
    SHARED_CUBICLE(Risk.HIGH),
    WORKSTATION(Risk.LOW),
    STORAGE_ROOM(Risk.LOW),
    CONTAINER(Risk.LOW);

    private final Risk least;

    Place(Risk least) {
        this.least = least;
    }

    /** How a place is rated; in the order of the risk. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    /** A place may be rated higher than its kind, never lower; without a rating it is its kind's. Empty where it is too low. */
    public Optional<Risk> rated(Optional<Risk> asked) {
        Risk risk = asked.orElse(least);
        return risk.compareTo(least) < 0 ? Optional.empty() : Optional.of(risk);
    }
}
