package org.candor.audit.trail.decision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The log of one UTC year: a tree and checkpoints of its own, so that a year can go when nothing in it must be kept any more.
 * An entry joins the newest log. A later year opens the next one; a clock that goes back opens none.
 *
 * @param origin names the log in its checkpoints: the trail's name and the year
 * @param first the place in the trail of the log's first entry
 */
public record YearLog(String origin, int year, long first) {

    /** The log of that instant's year. */
    public static YearLog beginning(String trail, Instant now, long first) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        return new YearLog(trail + "/" + year, year, first);
    }

    /** What the log of logs is called: its leaves are the last checkpoints of the logs that are over. */
    public static String logOfLogs(String trail) {
        return trail + "/logs";
    }

    /** Whether an entry of that instant needs the next log. */
    public boolean isOverAt(Instant now) {
        return now.atZone(ZoneOffset.UTC).getYear() > year;
    }

    /** The log in which the entry with that place in the trail stands; {@code logs} ascend by year. */
    public static Optional<YearLog> of(List<YearLog> logs, long index) {
        return logs.stream().filter(log -> log.first() <= index).reduce((earlier, later) -> later);
    }

    /** Where the log ends in the trail: before the first entry of the next one; empty while it is the newest. */
    public Optional<Long> end(List<YearLog> logs) {
        return logs.stream().filter(log -> log.year() > year).findFirst().map(YearLog::first);
    }
}
