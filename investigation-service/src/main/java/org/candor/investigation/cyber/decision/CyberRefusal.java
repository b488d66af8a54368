package org.candor.investigation.cyber.decision;

/** Why a command of a cyber-related case was not obeyed. */
public enum CyberRefusal {
    NOT_CYBER_RELATED,
    RESPONSE_NOT_OVER,
    ORDER_STATED_ALREADY,
    STATED_IN_THE_FUTURE,
    INDICATOR_MALFORMED,
    INDICATORS_MISSING,
    DRAFT_ENDED,
    NOTHING_TO_OVERRIDE,
    GROUND_DOES_NOT_FIT,
    OWN_DRAFT,
    PHI_FOUND,
    DRAFT_NOT_SIGNED,
    DRAFT_SIGNED_ALREADY,
    ORDER_NOT_KEPT,
    SENT_OUT_OF_TIME,
    DRILL_SENDS_NOTHING,
}
