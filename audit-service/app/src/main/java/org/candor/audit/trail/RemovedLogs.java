package org.candor.audit.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.data.Sql;

/** Logs of past years whose removal two people have approved. Every method wants an open session. */
@ApplicationScoped
public class RemovedLogs {

    private static final String ALL = """
            select r.origin, r.note, exists (
                       select 1 from trail.entry e
                        where e.index >= l.first
                          and e.index < coalesce((select min(n.first) from trail.log n where n.year > l.year),
                                                 9223372036854775807)) as there
              from trail.removal r join trail.log l on l.origin = r.origin order by l.year
            """;

    private static final String PUT = """
            insert into trail.removal (origin, removal_id, ordered_by, approved_by, kept_through, note, approved_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """;

    /**
     * An approved removal.
     *
     * @param note what was approved, signed
     * @param gone whether the log has no entry any more
     */
    public record Removed(String origin, String note, boolean gone) {}

    public Uni<List<Removed>> all() {
        return Sql.rows(Object[].class, ALL)
                .map(rows -> rows.stream()
                        .map(row -> new Removed((String) row[0], (String) row[1], !(Boolean) row[2]))
                        .toList());
    }

    /** The names of those that have gone. */
    public Uni<Set<String>> gone() {
        return all().map(all ->
                all.stream().filter(Removed::gone).map(Removed::origin).collect(Collectors.toUnmodifiableSet()));
    }

    /** Keeps what was approved. */
    public Uni<Void> put(
            String origin,
            UUID removalId,
            String orderedBy,
            String approvedBy,
            java.time.LocalDate keptThrough,
            String note,
            Instant approvedAt) {
        return Sql.update(PUT, origin, removalId, orderedBy, approvedBy, keptThrough, note, approvedAt)
                .replaceWithVoid();
    }
}
