package org.candor.audit.disposal.decision;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.candor.audit.retention.decision.RetentionRule;

/**
 * How the trail's log of one UTC year stands: it documents actions itself, so it is kept for six years or longer from its last
 * day, and for as long as anything that it tells of is kept or held (45 CFR 164.316(b)(1)(ii), (b)(2)(i)).
 *
 * @param dueLater true when something in it is to be kept still, or its time has not begun
 * @param onHold true when something in it, or its time, is under a legal hold
 */
public record LogStanding(int year, boolean dueLater, boolean onHold, LocalDate today) {

    /** The last day on which the log is kept for its own sake. */
    public LocalDate keepThrough(RetentionRule rule) {
        return rule.keepThrough(LocalDate.of(year, Month.DECEMBER, 31));
    }

    /** Every reason for which it may not go today; none when it may. */
    public List<Obstacle> obstacles(RetentionRule rule) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (dueLater || !today.isAfter(keepThrough(rule))) {
            obstacles.add(Obstacle.STILL_TO_BE_KEPT);
        }
        if (onHold) {
            obstacles.add(Obstacle.ON_HOLD);
        }
        return List.copyOf(obstacles);
    }

    /** Every reason for which that person may not approve what another ordered; none when he may. */
    public List<Obstacle> obstaclesOf(String person, String orderedBy, RetentionRule rule) {
        List<Obstacle> obstacles = new ArrayList<>(obstacles(rule));
        if (person.equals(orderedBy)) {
            obstacles.add(Obstacle.SAME_PERSON);
        }
        return List.copyOf(obstacles);
    }
}
