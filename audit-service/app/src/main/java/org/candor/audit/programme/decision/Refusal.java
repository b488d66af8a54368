package org.candor.audit.programme.decision;

/** Why a duty is not taken for done. */
public enum Refusal {
    NO_LONGER_OPEN,
    EVIDENCE_OF_ANOTHER_KIND,
    DOCUMENT_MISSING,
    DONE_AFTER_TODAY,
    DONE_BEFORE_THE_LAST,
    NO_NEXT,
    NEXT_NOT_AHEAD,
    NEXT_TOO_LATE
}
