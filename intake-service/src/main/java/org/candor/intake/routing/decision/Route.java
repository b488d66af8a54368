package org.candor.intake.routing.decision;

import java.util.List;
import org.candor.events.RoutingEvent.Assigned;

/**
 * Where a report goes.
 *
 * @param officers in charge
 * @param recused subjects for whom the incident does not exist
 * @param reason why these, as a code for the record
 */
public record Route(List<Assigned> officers, List<String> recused, Reason reason) {

    public Route {
        officers = List.copyOf(officers);
        recused = List.copyOf(recused);
    }

    /** Which rule sent it there. */
    public enum Reason {
        BOTH_OFFICERS,
        ONE_OFFICER_AVAILABLE,
        OFFICERS_ABSENT,
        OFFICER_IMPLICATED,
        /** Nobody is in charge, because all who could be are recused. */
        EVERYBODY_IMPLICATED,
        NOBODY_IN_DIRECTORY
    }
}
