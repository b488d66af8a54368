package org.candor.breach.log.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the Secretary was told first, against what is known now: an estimate is followed by an addendum (instructions of the
 * breach portal).
 *
 * @param reported people named in the first report
 * @param on day of that report
 */
public record Addendum(long reported, LocalDate on) {

    /**
     * By when the addendum, or the word that the estimate stands, should be there; empty when the report says what is known.
     *
     * @param days the organisation's own limit; the law names none
     */
    public Optional<LocalDate> due(long known, boolean stillEstimated, int days) {
        boolean says = known == reported && !stillEstimated;
        return says ? Optional.empty() : Optional.of(on.plusDays(days));
    }
}
