package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A periodic test of the response (policy I.A.2).
 *
 * <pre>
 * PLANNED --run--> RUNNING --conclude--> CONCLUDED, and the next one is PLANNED where it comes again
 *    +----cancel--> CANCELLED
 * </pre>
 *
 * @param everyMonths after how many months it comes again; empty for a single one
 */
public record Drill(State state, LocalDate dueOn, Optional<Integer> everyMonths) {

    /** How far it is. */
    public enum State {
        PLANNED,
        RUNNING,
        CONCLUDED,
        CANCELLED
    }

    Drill in(State next) {
        return new Drill(next, dueOn, everyMonths);
    }
}
