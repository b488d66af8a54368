package org.candor.breach.assessment;

import org.candor.breach.assessment.decision.Assessment;

/** Names of the states of an assessment, as they stand in a column and in answers. */
public enum StateName {
    PRESUMED,
    NOTICES_OWED,
    NOTHING_OWED;

    static StateName of(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Presumed presumed -> PRESUMED;
            case Assessment.NoticesOwed owed -> NOTICES_OWED;
            case Assessment.NothingOwed nothing -> NOTHING_OWED;
        };
    }
}
