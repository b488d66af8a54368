package org.candor.breach.assessment.decision;

/** How much one factor speaks for a compromise, with the written support. */
public record FactorFinding(Rating rating, String support) {

    /** {@link #NOT_APPLICABLE} only where a gate or an exception has ended the question before. */
    public enum Rating {
        LOW,
        MEDIUM,
        HIGH,
        NOT_APPLICABLE
    }
}
