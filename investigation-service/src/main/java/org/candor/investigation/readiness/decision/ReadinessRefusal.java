package org.candor.investigation.readiness.decision;

/** Why somebody was not assigned, authorised or recorded. */
public enum ReadinessRefusal {
    NOT_READY,
    CONFLICT_OF_INTEREST,
    ASSIGNED_ALREADY,
    RELEASED_ALREADY,
    OWN_READINESS,
    TRAINING_DATES_WRONG
}
