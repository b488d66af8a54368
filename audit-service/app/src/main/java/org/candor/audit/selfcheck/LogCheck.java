package org.candor.audit.selfcheck;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.selfcheck.decision.TrailCheck;
import org.candor.audit.selfcheck.decision.TrailCheck.Columns;
import org.candor.audit.selfcheck.decision.TrailCheck.Row;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TreeStore;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.TileId;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;

/** Reads one log in slices and recomputes it on a worker; memory stays flat. */
@ApplicationScoped
class LogCheck {

    private static final int SLICE = 2_000;

    private static final String ENTRIES = """
            select index, bytes, leaf_hash, event_id, topic, type, source, sequence, array_to_string(incidents, ' '), entity_id, actor,
                   happened_at, received_at
              from trail.entry where index >= ?1 and index < ?2 order by index
            """;

    /** A slice of the log as it is stored. */
    private record Slice(List<Row> rows, List<SignedCheckpoint> signed, Map<String, byte[]> keys) {}

    private final Checkpoints checkpoints;
    private final TreeStore tree;
    private final Vertx vertx;

    LogCheck(Checkpoints checkpoints, TreeStore tree, Vertx vertx) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.vertx = vertx;
    }

    /** Checks the first {@code signedSize} entries of the log against every state that was signed. */
    Uni<TrailCheck> run(YearLog log, long signedSize) {
        TrailCheck check = new TrailCheck();
        return Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, from -> slice(log, check, from.getAndAdd(SLICE), signedSize))
                .whilst(end -> end < signedSize && check.finding().isEmpty())
                .collect()
                .last()
                .replaceWith(check);
    }

    private Uni<Long> slice(YearLog log, TrailCheck check, long from, long signedSize) {
        long end = Math.min(from + SLICE, signedSize);
        return Transactions.read(() -> load(log, from, end))
                .chain(slice -> vertx.executeBlocking(() -> recompute(check, slice)))
                .chain(() -> Transactions.read(() -> compareTiles(log, check, signedSize)))
                .replaceWith(end);
    }

    private Uni<Slice> load(YearLog log, long from, long end) {
        return Sql.rows(Object[].class, ENTRIES, log.first() + from, log.first() + end)
                .chain(rows -> checkpoints
                        .between(log.origin(), from, end)
                        .chain(signed -> checkpoints
                                .keys()
                                .map(keys -> new Slice(
                                        rows.stream().map(row -> row(log, row)).toList(), signed, keys))));
    }

    private Void recompute(TrailCheck check, Slice slice) {
        int next = 0;
        for (SignedCheckpoint signed : slice.signed()) {
            while (next < slice.rows().size()
                    && check.size() < signed.size()
                    && check.finding().isEmpty()) {
                check.entry(slice.rows().get(next++));
            }
            check.checkpoint(signed.size(), signed.checkpoint().root(), checkpoints.isSigned(signed, slice.keys()));
        }
        slice.rows().subList(next, slice.rows().size()).forEach(check::entry);
        return null;
    }

    private Uni<Void> compareTiles(YearLog log, TrailCheck check, long signedSize) {
        return tree.tiles(log, check.uncompared(), signedSize)
                .invoke(stored -> stored.forEach((TileId id, List<Hash> hashes) -> check.tile(id, hashes)))
                .replaceWithVoid();
    }

    private static Row row(YearLog log, Object[] row) {
        Columns columns = new Columns(
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (Long) row[7],
                incidents((String) row[8]),
                (String) row[9],
                (String) row[10],
                ((OffsetDateTime) row[11]).toInstant(),
                ((OffsetDateTime) row[12]).toInstant());
        return new Row((Long) row[0] - log.first(), (byte[]) row[1], (byte[]) row[2], columns);
    }

    private static List<UUID> incidents(String ids) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }
}
