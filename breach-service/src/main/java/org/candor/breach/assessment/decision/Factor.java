package org.candor.breach.assessment.decision;

/** What a risk assessment looks at in any case (45 CFR 164.402(2)(i) to (iv)). */
public enum Factor {
    NATURE_AND_EXTENT,
    UNAUTHORIZED_PERSON,
    ACQUIRED_OR_VIEWED,
    MITIGATION
}
