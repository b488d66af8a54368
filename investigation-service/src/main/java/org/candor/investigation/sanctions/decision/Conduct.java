package org.candor.investigation.sanctions.decision;

import java.util.Optional;

/** What somebody did. */
public enum Conduct {
    CONFIDENTIALITY_BREACH,
    INTEGRITY_CHANGE,
    LOSS_OF_AVAILABILITY,
    RETALIATION,
    OTHER_VIOLATION;

    /** How it was meant. */
    public enum Intent {
        INADVERTENT,
        NEGLIGENT,
        KNOWING,
        MALICIOUS
    }

    /**
     * What the policy's own words propose (policy S2.a): immediate termination for a breach of confidentiality, integrity or
     * availability. It is shown and never applied: 45 CFR 164.530(e)(1) asks for appropriate sanctions.
     */
    public Optional<Measure> proposedByPolicy(Relation relation) {
        return switch (this) {
            case CONFIDENTIALITY_BREACH, INTEGRITY_CHANGE, LOSS_OF_AVAILABILITY -> Optional.of(relation.strongest());
            case RETALIATION, OTHER_VIOLATION -> Optional.empty();
        };
    }
}
