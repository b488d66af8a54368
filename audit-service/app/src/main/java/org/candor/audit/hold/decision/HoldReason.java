package org.candor.audit.hold.decision;

/** Why a hold is placed. Each alone is enough, and the end of one does not end another. */
public enum HoldReason {
    /** A law suit that is brought or may be expected: evidence must not be destroyed. */
    LITIGATION,
    /** The Secretary may ask for all records of a compliance review or complaint (45 CFR 160.310(b), (c)). */
    AUTHORITY_INVESTIGATION,
    /** Somebody asked for records under a law, and has not got them yet. */
    RECORDS_REQUEST,
    /** Another one; the note says which. */
    OTHER
}
