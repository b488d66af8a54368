package org.candor.investigation.insider.decision;

/** Why a team was not set up or lifted. */
public enum InsiderRefusal {
    NOT_IN_CHARGE,
    OFFICERS_MISSING,
    NO_TEAM
}
