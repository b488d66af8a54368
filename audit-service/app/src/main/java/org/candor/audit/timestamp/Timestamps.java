package org.candor.audit.timestamp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.decision.YearLog;
import org.candor.kit.data.Sql;

/** Time-stamps that were had, and checkpoints that want one. Every method wants an open session. */
@ApplicationScoped
public class Timestamps {

    // One of each log, and only where it has grown since the last: the newest state speaks for all before it.
    private static final String DUE = """
            select n.origin, n.size, n.note, greatest(f.signed_at, s.stamped_at + make_interval(secs => ?3)) as since
              from (select origin from trail.log union all select cast(?1 as text)) o
             cross join lateral (select origin, size, note from trail.checkpoint
                                  where origin = o.origin order by size desc limit 1) n
              left join lateral (select size, stamped_at from trail.timestamp
                                  where origin = o.origin order by size desc limit 1) s on true
             cross join lateral (select signed_at from trail.checkpoint
                                  where origin = o.origin and size > coalesce(s.size, 0) order by size limit 1) f
             where n.size > coalesce(s.size, 0)
               and (s.stamped_at is null or s.stamped_at <= ?2)
             order by n.origin
            """;

    private static final String PUT = """
            insert into trail.timestamp (origin, size, token, stamped_at) values (?1, ?2, ?3, ?4) on conflict do nothing
            """;

    private static final String OF = """
            select size, token, stamped_at from trail.timestamp where origin = ?1 and size > ?2 and size <= ?3 order by size
            """;

    /**
     * A checkpoint that wants a time-stamp.
     *
     * @param since when it, or one before it, began to want it
     */
    record Due(String origin, long size, String note, Instant since) {}

    /** A time-stamp: {@code token} is DER, over the SHA-256 of the checkpoint's note without the lines of witnesses. */
    public record Stamped(long size, byte[] token, Instant at) {}

    private final String logOfLogs;
    private final Duration every;
    private final Clock clock;

    Timestamps(TrailSettings settings, Clock clock) {
        this.logOfLogs = YearLog.logOfLogs(settings.name());
        this.every = settings.timestamp().every();
        this.clock = clock;
    }

    /** Those of the log over more than {@code from} and up to {@code to} entries. */
    public Uni<List<Stamped>> of(String origin, long from, long to) {
        return Sql.rows(Object[].class, OF, origin, from, to)
                .map(rows -> rows.stream()
                        .map(row -> new Stamped((Long) row[0], (byte[]) row[1], Sql.instant(row[2])))
                        .toList());
    }

    Uni<List<Due>> due() {
        return Sql.rows(Object[].class, DUE, logOfLogs, clock.instant().minus(every), (double) every.toSeconds())
                .map(rows -> rows.stream()
                        .map(row -> new Due((String) row[0], (Long) row[1], (String) row[2], Sql.instant(row[3])))
                        .toList());
    }

    Uni<Void> put(Due due, byte[] token, Instant at) {
        return Sql.update(PUT, due.origin(), due.size(), token, at).replaceWithVoid();
    }
}
