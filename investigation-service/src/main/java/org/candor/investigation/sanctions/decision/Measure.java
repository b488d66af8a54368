package org.candor.investigation.sanctions.decision;

/** What may be decided about a person, from the mildest to the hardest. */
public enum Measure {
    NO_SANCTION,
    RETRAINING,
    WARNING,
    SUSPENSION,
    TERMINATION,
    END_OF_RELATIONSHIP;

    boolean strongerThan(Measure other) {
        return compareTo(other) > 0;
    }

    /** How far apart two measures are; the hardest for outsiders is as hard as that for the workforce. */
    int stepsTo(Measure other) {
        return Math.abs(step() - other.step());
    }

    int step() {
        return Math.min(ordinal(), TERMINATION.ordinal());
    }

    boolean fits(Relation relation) {
        return switch (this) {
            case NO_SANCTION, RETRAINING, WARNING -> true;
            case SUSPENSION, TERMINATION -> !relation.outsider();
            case END_OF_RELATIONSHIP -> relation.outsider();
        };
    }
}
