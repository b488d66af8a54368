package org.candor.audit.disposal.decision;

/** Why records may not be disposed of. */
public enum Obstacle {
    /** The case was never closed: the years have not begun (policy of the incident procedures; 45 CFR 164.530(j)). */
    NOT_CONCLUDED,
    /** The case was opened again and will have a later conclusion. */
    CASE_REOPENED,
    /** Notices are still being given: what proves them is still being made (45 CFR 164.414(b)). */
    NOTICES_RUNNING,
    /** The last day on which they must be kept has not passed (45 CFR 164.316(b)(2)(i), 164.530(j)(2)). */
    STILL_TO_BE_KEPT,
    /** At least one legal hold is on. */
    ON_HOLD,
    /** Another disposal of them is ordered, under way or done. */
    ORDERED_BEFORE,
    /** Who ordered may not approve: it takes two people. */
    SAME_PERSON
}
