package org.candor.breach.assessment.decision;

/** First gate: is it protected health information (45 CFR 160.103)? */
public record PhiGate(Kind kind, String support) {

    /** What the information is; only the first is protected. */
    public enum Kind {
        PHI,
        EMPLOYMENT_RECORD,
        EDUCATION_RECORD,
        DEAD_OVER_FIFTY_YEARS,
        NOT_HEALTH_INFORMATION
    }

    boolean ends() {
        return kind != Kind.PHI;
    }
}
