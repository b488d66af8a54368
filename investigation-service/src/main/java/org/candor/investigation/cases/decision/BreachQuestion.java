package org.candor.investigation.cases.decision;

/** How far the question is whether the incident is a breach. Breach-service answers it; the case only waits for it. */
public enum BreachQuestion {
    NOT_ASKED,
    ASKED,
    OPEN,
    CONCLUDED;

    /** True while a case must not close. */
    boolean pending() {
        return this == ASKED || this == OPEN;
    }
}
