package org.candor.intake.checkups.decision;

/** What came of asking. */
public enum Outcome {
    NO_RETALIATION,
    /** He says there was; a report of kind RETALIATION that follows the first one is to be made. */
    RETALIATION_SAID,
    NOT_REACHED,
    /** He wants no further questions. */
    DECLINED;

    /** True when nobody is asked again. */
    public boolean endsAsking() {
        return this == DECLINED;
    }
}
