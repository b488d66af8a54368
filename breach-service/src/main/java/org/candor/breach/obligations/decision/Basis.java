package org.candor.breach.obligations.decision;

/** How a person came to count as knowing (45 CFR 164.404(a)(2)); both start the clock alike. */
public enum Basis {
    ACTUAL,
    REASONABLE_DILIGENCE
}
