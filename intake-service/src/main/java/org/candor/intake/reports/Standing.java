package org.candor.intake.reports;

/** Whether a business associate sees itself as the entity's agent; the federal common law of agency decides (45 CFR 164.404(a)(2)). */
public enum Standing {
    AGENT,
    INDEPENDENT,
    UNKNOWN
}
