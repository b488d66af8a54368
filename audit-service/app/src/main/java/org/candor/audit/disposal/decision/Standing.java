package org.candor.audit.disposal.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.audit.retention.decision.IncidentRetention;

/**
 * How an incident's records stand on a day.
 *
 * @param retention what is known of the end of the incident; empty before anything is
 * @param holds how many legal holds are on
 * @param today in the calendar of the legal entity
 */
public record Standing(Optional<IncidentRetention> retention, int holds, LocalDate today) {

    /** Every reason for which the records may not go today; none when they may. */
    public List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        IncidentRetention known = retention.orElse(IncidentRetention.OPEN);
        if (known.keepThrough().isEmpty()) {
            obstacles.add(Obstacle.NOT_CONCLUDED);
        }
        if (known.caseReopened()) {
            obstacles.add(Obstacle.CASE_REOPENED);
        }
        if (known.campaignOpen()) {
            obstacles.add(Obstacle.NOTICES_RUNNING);
        }
        if (known.keepThrough().filter(through -> !today.isAfter(through)).isPresent()) {
            obstacles.add(Obstacle.STILL_TO_BE_KEPT);
        }
        if (holds > 0) {
            obstacles.add(Obstacle.ON_HOLD);
        }
        return List.copyOf(obstacles);
    }
}
