package org.candor.investigation.sanctions.decision;

/** How a person belongs to the organisation. */
public enum Relation {
    WORKFORCE,
    BUSINESS_ASSOCIATE,
    CUSTOMER,
    PARTNER;

    boolean outsider() {
        return this != WORKFORCE;
    }

    /** Employment ends; with outsiders it is the relationship (policy S2). */
    Measure strongest() {
        return outsider() ? Measure.END_OF_RELATIONSHIP : Measure.TERMINATION;
    }
}
