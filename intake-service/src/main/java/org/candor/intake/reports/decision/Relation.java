package org.candor.intake.reports.decision;

/** Who may report, without fear of reprisal (policy I.C.2). */
public enum Relation {
    WORKFORCE(true),
    INDIVIDUAL(false),
    PERSONAL_REPRESENTATIVE(false),
    FAMILY(false),
    BUSINESS_ASSOCIATE(false),
    VISITOR(false),
    GENERAL_PUBLIC(false),
    NOT_SAID(false);

    private final boolean workforce;

    Relation(boolean workforce) {
        this.workforce = workforce;
    }

    /** True for those bound by the 24-hour rule, whose knowledge is the entity's. */
    public boolean isWorkforce() {
        return workforce;
    }
}
