package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.audit.TrailSettings;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.decision.Checkpoint;
import org.candor.audit.tree.decision.Growth;
import org.candor.audit.tree.decision.Hash;
import org.candor.audit.tree.decision.Proofs;
import org.candor.audit.tree.decision.TileId;
import org.candor.audit.tree.decision.Tiles;
import org.candor.kit.data.Sql;

/**
 * Keeps the logs of past years together: its leaves are their last signed checkpoints, so that no year can be taken away or
 * exchanged unseen. A leaf a year: whoever checks it takes all of them. Every method wants an open session.
 */
@ApplicationScoped
public class LogOfLogs {

    private static final String CLOSED = "select origin, note from trail.closed_log order by index";

    private static final String CLOSE = """
            insert into trail.closed_log (index, origin, note, leaf_hash, closed_at) values (?1, ?2, ?3, ?4, ?5)
            on conflict do nothing
            """;

    /** A log that is over, with its last checkpoint. */
    public record Closed(String origin, String note) {

        private Hash leaf() {
            return leafOf(note);
        }
    }

    private final Checkpoints checkpoints;
    private final Clock clock;
    private final String origin;

    LogOfLogs(Checkpoints checkpoints, Clock clock, TrailSettings settings) {
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.origin = YearLog.logOfLogs(settings.name());
    }

    /** The logs that are over, in the order of their years. */
    public Uni<List<Closed>> closed() {
        return Sql.rows(Object[].class, CLOSED)
                .map(rows -> rows.stream()
                        .map(row -> new Closed((String) row[0], (String) row[1]))
                        .toList());
    }

    /** Its newest checkpoint; empty while the first year lasts. */
    public Uni<Optional<SignedCheckpoint>> checkpoint() {
        return checkpoints.latest(origin);
    }

    /** The root over those logs. */
    public static Hash root(List<Closed> closed) {
        Growth growth = new Growth(0, Map.of());
        closed.forEach(one -> growth.append(one.leaf()));
        return growth.root();
    }

    /** Proves that it has only grown from the one size to the other. */
    public Uni<List<Hash>> path(long from, long to) {
        return closed().map(closed -> {
            Tiles leaves = new Tiles(
                    Map.of(new TileId(0, 0), closed.stream().map(Closed::leaf).toList()));
            return Proofs.consistency(from, to).stream()
                    .map(span -> span.hash(leaves))
                    .toList();
        });
    }

    /** Adds a log that is over; answers the signed state, or nothing when somebody else has added it. */
    Uni<Optional<SignedCheckpoint>> close(YearLog log, SignedCheckpoint last) {
        return closed().chain(before -> Sql.update(
                        CLOSE,
                        (long) before.size(),
                        log.origin(),
                        last.note(),
                        leafOf(last.note()).bytes(),
                        clock.instant())
                .chain(written -> written == 1
                        ? grow(before, new Closed(log.origin(), last.note()))
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<SignedCheckpoint>> grow(List<Closed> before, Closed added) {
        Hash root = root(Stream.concat(before.stream(), Stream.of(added)).toList());
        Checkpoint next = new Checkpoint(origin, before.size() + 1L, root);
        return checkpoint()
                .chain(found -> found.map(latest -> Uni.createFrom().item(latest))
                        .orElseGet(() ->
                                checkpoints.open(origin).chain(this::checkpoint).map(Optional::orElseThrow)))
                .chain(latest -> checkpoints.grow(latest, next))
                .invoke(grown -> {
                    if (grown.isEmpty()) {
                        throw new IllegalStateException("The log of logs has grown meanwhile; tried again");
                    }
                });
    }

    private static Hash leafOf(String note) {
        return Hash.ofLeaf(note.getBytes(StandardCharsets.UTF_8));
    }
}
