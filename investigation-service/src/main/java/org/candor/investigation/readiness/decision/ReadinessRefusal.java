package org.candor.investigation.readiness.decision;

/** Why somebody was not assigned, authorised or recorded, or a drill not carried on. */
public enum ReadinessRefusal {
    NOT_READY,
    TRAINING_LAPSED,
    CONFLICT_OF_INTEREST,
    ASSIGNED_ALREADY,
    RELEASED_ALREADY,
    OWN_READINESS,
    TRAINING_DATES_WRONG,
    DEPUTY_NOT_IN_TEAM,
    MEMBERSHIP_DATES_WRONG,
    READINESS_DAY_PASSED,
    DRILL_BEGUN_ALREADY,
    DRILL_NOT_RUN,
    NOT_AN_EXERCISE,
    EXERCISE_NOT_CLOSED,
    FINDING_DONE_ALREADY
}
