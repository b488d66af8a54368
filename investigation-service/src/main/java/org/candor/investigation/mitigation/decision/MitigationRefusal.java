package org.candor.investigation.mitigation.decision;

/** Why a command about mitigation was not obeyed. */
public enum MitigationRefusal {
    HARM_NOT_DESCRIBED,
    CORRECTED_IN_THE_FUTURE,
    REPLY_DUE_DAY_PASSED,
    REQUEST_ENDED_ALREADY,
    REPLY_OUT_OF_TIME
}
