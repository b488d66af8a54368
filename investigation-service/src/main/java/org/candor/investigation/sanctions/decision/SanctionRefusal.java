package org.candor.investigation.sanctions.decision;

/** Why a command about sanctions was not obeyed. */
public enum SanctionRefusal {
    NOT_TRIAGED_YET,
    NO_VIOLATION_NO_SANCTION,
    SANCTIONS_OPEN_ALREADY,
    SANCTIONS_CONCLUDED,
    READER_IS_CONCERNED,
    READER_MISSING,
    STATEMENT_RECORDED_ALREADY,
    NOT_BEFORE_NOW,
    MEASURE_DOES_NOT_FIT,
    PROTECTED_ACT,
    RULED_ALREADY,
    NO_PROPOSAL,
    OWN_PROPOSAL,
    GATES_REMAIN,
    UNLIKE_EARLIER_SANCTIONS,
    PERSONS_NOT_RULED
}
