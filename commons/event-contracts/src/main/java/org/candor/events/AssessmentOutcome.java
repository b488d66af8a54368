package org.candor.events;

/** The five outcomes of policy III.A.2, a to e. */
public enum AssessmentOutcome {
    NOT_A_BREACH,
    REPORTABLE_BREACH,
    STATE_VIOLATION_ONLY,
    BREACH_AND_STATE_VIOLATION,
    POLICY_VIOLATION_ONLY;

    /** True where 45 CFR 164.404 to 164.408 ask for notices. */
    public boolean hipaaNotice() {
        return this == REPORTABLE_BREACH || this == BREACH_AND_STATE_VIOLATION;
    }
}
