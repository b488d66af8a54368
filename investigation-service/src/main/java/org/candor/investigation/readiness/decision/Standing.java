package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How somebody stands with a course of his curriculum on one day.
 *
 * @param completedOn the newest completion; empty when there is none
 * @param dueOn the last day on which he is, or was, in time
 */
public record Standing(String course, State state, Optional<LocalDate> completedOn, LocalDate dueOn) {

    /** From the best to the worst, so that the worst of several is the greatest. */
    public enum State {
        COMPLETE,
        /** Complete, with {@link Standings#LAPSING_DAYS} days or less to go. */
        LAPSING,
        /** To be done for the first time or again; its day has not passed. */
        DUE,
        /** Was complete, and no longer counts. */
        LAPSED,
        /** Never done, and its day has passed. */
        MISSING
    }

    /** Who lapsed or never did it is not let near a case; whose day has not passed yet is. */
    public boolean blocks() {
        return state == State.LAPSED || state == State.MISSING;
    }

    /** Such as {@code curriculum.SAFEGUARDS.lapsed.2026-01-31}. */
    public String code() {
        return "curriculum." + course + "." + state.name().toLowerCase(Locale.ROOT) + "." + dueOn;
    }
}
