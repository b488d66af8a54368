package org.candor.investigation.cases.decision;

/** How far the question is whether the incident is a breach. Breach-service answers it; the case only waits for it. */
public enum BreachQuestion {
    NOT_ASKED,
    ASKED,
    OPEN,
    CONCLUDED;

    /** What a reopened case begins with: an earlier answer does not count for new facts, an open question stays open. */
    BreachQuestion anew() {
        return this == CONCLUDED ? NOT_ASKED : this;
    }

    /** True while a case must not close. */
    boolean pending() {
        return this == ASKED || this == OPEN;
    }
}
