package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.decision.YearLog;
import org.candor.kit.data.Sql;

/** The logs of the trail, one for each UTC year in which something was recorded. Every method wants an open session. */
@ApplicationScoped
public class YearLogs {

    // Held to the end of the transaction: one writer at a time, so that max(index) + 1 is free and the indices are
    // dense.
    private static final String ONE_WRITER =
            "select 1 from (select pg_advisory_xact_lock(hashtext('candor.trail.append'))) as held";

    private static final String NEXT = "select coalesce(max(index) + 1, 0) from trail.entry";
    private static final String ALL = "select origin, year, first from trail.log order by year";
    private static final String OPEN = "insert into trail.log (origin, opened_at, first) values (?1, ?2, ?3)";

    private final TrailSettings settings;
    private final Clock clock;

    YearLogs(TrailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** All of them, the oldest first. */
    public Uni<List<YearLog>> all() {
        return Sql.rows(Object[].class, ALL)
                .map(rows -> rows.stream()
                        .map(row -> new YearLog((String) row[0], (Integer) row[1], (Long) row[2]))
                        .toList());
    }

    /** Keeps other writers away to the end of the transaction and answers the next free place, in a log of this year. */
    public Uni<Long> claim() {
        Instant now = clock.instant();
        return Sql.rows(Integer.class, ONE_WRITER)
                .chain(() -> Sql.rows(Long.class, NEXT))
                .map(List::getFirst)
                .call(next -> all().chain(
                                logs -> logs.isEmpty() || logs.getLast().isOverAt(now)
                                        ? open(now, next)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> open(Instant now, long next) {
        YearLog log = YearLog.beginning(settings.name(), now, next);
        return Sql.update(OPEN, log.origin(), now, log.first()).replaceWithVoid();
    }
}
