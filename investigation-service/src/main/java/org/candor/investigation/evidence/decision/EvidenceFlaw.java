package org.candor.investigation.evidence.decision;

/** Why something about evidence is refused. The shell has one client-visible problem for each. */
public enum EvidenceFlaw {
    HASH_MISSING,
    HASH_OF_A_PHYSICAL_ITEM,
    EVIDENCE_TIME_IN_THE_FUTURE,
    HANDOVER_BEFORE_THE_LAST,
    FILE_OF_A_PHYSICAL_ITEM,
    FILE_KEPT_ALREADY,
    FILE_EMPTY,
    EVIDENCE_HASH_DIFFERS,
    NOT_ALTERED
}
