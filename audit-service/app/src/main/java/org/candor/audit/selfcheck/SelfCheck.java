package org.candor.audit.selfcheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.candor.audit.selfcheck.decision.TrailCheck;
import org.candor.audit.selfcheck.decision.TrailCheck.Columns;
import org.candor.audit.selfcheck.decision.TrailCheck.Row;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.SignedCheckpoint;
import org.candor.audit.tree.TrailKey;
import org.candor.audit.tree.TreeStore;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.TileId;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.jboss.logging.Logger;

/** Reads the trail in slices and recomputes it on a worker; memory stays flat. */
@ApplicationScoped
class SelfCheck {

    private static final Logger LOG = Logger.getLogger(SelfCheck.class);
    private static final int SLICE = 2_000;

    private static final String ENTRIES = """
            select index, bytes, leaf_hash, event_id, topic, type, source, sequence, array_to_string(incidents, ' '), entity_id, actor,
                   happened_at, received_at
              from trail.entry where index >= ?1 and index < ?2 order by index
            """;

    private static final String KEYS = "select key_id, public_key from trail.key";

    /** A slice of the trail as it is stored. */
    private record Slice(List<Row> rows, List<SignedCheckpoint> signed, Map<String, byte[]> keys) {}

    private final Checkpoints checkpoints;
    private final TreeStore tree;
    private final TrailKey key;
    private final AccessLog accessLog;
    private final Clock clock;
    private final Vertx vertx;
    private final AtomicLong broken;

    SelfCheck(
            Checkpoints checkpoints,
            TreeStore tree,
            TrailKey key,
            AccessLog accessLog,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.key = key;
        this.accessLog = accessLog;
        this.clock = clock;
        this.vertx = vertx;
        this.broken = meters.gauge("candor.trail.broken", new AtomicLong());
    }

    /** Checks what is signed now; the gauge {@code candor_trail_broken} is 1 from a finding to the next good check. */
    Uni<SelfCheckView> run() {
        TrailCheck check = new TrailCheck();
        return Transactions.run(
                        () -> accessLog.list("check-trail", "", List.of()).chain(checkpoints::latest))
                .chain(latest ->
                        slices(check, latest.map(SignedCheckpoint::size).orElse(0L)))
                .map(done -> SelfCheckView.of(check, clock.instant()))
                .invoke(this::tell);
    }

    private Uni<Void> slices(TrailCheck check, long signedSize) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, from -> slice(check, from.getAndAdd(SLICE), signedSize))
                .whilst(end -> end < signedSize && check.finding().isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> slice(TrailCheck check, long from, long signedSize) {
        long end = Math.min(from + SLICE, signedSize);
        return Transactions.read(() -> load(from, end))
                .chain(slice -> vertx.executeBlocking(() -> recompute(check, slice)))
                .chain(() -> Transactions.read(() -> compareTiles(check, signedSize)))
                .replaceWith(end);
    }

    private Uni<Slice> load(long from, long end) {
        return Sql.rows(Object[].class, ENTRIES, from, end)
                .chain(rows -> checkpoints
                        .between(from, end)
                        .chain(signed -> Sql.rows(Object[].class, KEYS)
                                .map(keys -> new Slice(
                                        rows.stream().map(SelfCheck::row).toList(), signed, byId(keys)))));
    }

    private Void recompute(TrailCheck check, Slice slice) {
        int next = 0;
        for (SignedCheckpoint signed : slice.signed()) {
            while (next < slice.rows().size()
                    && check.size() < signed.size()
                    && check.finding().isEmpty()) {
                check.entry(slice.rows().get(next++));
            }
            check.checkpoint(signed.size(), signed.checkpoint().root(), isSigned(signed, slice.keys()));
        }
        slice.rows().subList(next, slice.rows().size()).forEach(check::entry);
        return null;
    }

    private Uni<Void> compareTiles(TrailCheck check, long signedSize) {
        return tree.tiles(check.uncompared(), signedSize)
                .invoke(stored -> stored.forEach((TileId id, List<Hash> hashes) -> check.tile(id, hashes)))
                .replaceWithVoid();
    }

    private boolean isSigned(SignedCheckpoint signed, Map<String, byte[]> keys) {
        boolean ours = signed.keyId().equals(key.id(signed.checkpoint().origin()));
        byte[] x509 = ours ? key.x509() : keys.getOrDefault(signed.keyId(), new byte[0]);
        return TrailKey.verifies(signed.checkpoint(), signed.note(), x509);
    }

    private void tell(SelfCheckView view) {
        broken.set(view.holds() ? 0 : 1);
        if (!view.holds()) {
            LOG.errorf(
                    "the trail is not what was signed: first bad index %d, %s", view.firstBadIndex(), view.finding());
        }
    }

    private static Row row(Object[] row) {
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
        return new Row((Long) row[0], (byte[]) row[1], (byte[]) row[2], columns);
    }

    private static List<UUID> incidents(String ids) {
        return Arrays.stream(ids.split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    private static Map<String, byte[]> byId(List<Object[]> rows) {
        Map<String, byte[]> keys = new HashMap<>();
        rows.forEach(row -> keys.put((String) row[0], (byte[]) row[1]));
        return keys;
    }
}
