package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candor.audit.TrailSettings;
import org.candor.audit.tree.decision.Checkpoint;
import org.candor.audit.tree.decision.Hash;
import org.candor.kit.data.Sql;

/** The signed states of the trail, each grown from exactly one earlier one. Every method wants an open session. */
@ApplicationScoped
public class Checkpoints {

    private static final String SELECT = """
            select l.origin, c.size, c.root, c.key_id, c.note, c.signed_at
              from trail.checkpoint c cross join trail.log l
            """;

    // A second checkpoint on the same predecessor is a conflict: the row is not written, and the writer learns it.
    private static final String GROW = """
            insert into trail.checkpoint (size, previous, root, key_id, note, signed_at) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict do nothing
            """;

    private static final String BEGIN = """
            insert into trail.checkpoint (size, root, key_id, note, signed_at) values (0, ?1, ?2, ?3, ?4)
            on conflict do nothing
            """;

    private static final String OPEN =
            "insert into trail.log (origin, opened_at) values (?1, ?2) on conflict do nothing";

    private static final String KNOW_KEY =
            "insert into trail.key (key_id, public_key, since) values (?1, ?2, ?3) on conflict do nothing";

    private final TrailSettings settings;
    private final TrailKey key;
    private final Clock clock;

    Checkpoints(TrailSettings settings, TrailKey key, Clock clock) {
        this.settings = settings;
        this.key = key;
        this.clock = clock;
    }

    /** The newest; empty before the trail was opened. */
    public Uni<Optional<SignedCheckpoint>> latest() {
        return Sql.rows(Object[].class, SELECT + " order by c.size desc limit 1")
                .map(Checkpoints::first);
    }

    /** The one of exactly that size. */
    public Uni<Optional<SignedCheckpoint>> ofSize(long size) {
        return Sql.rows(Object[].class, SELECT + " where c.size = ?1", size).map(Checkpoints::first);
    }

    /** Those larger than {@code from}, up to {@code to}, ascending. */
    public Uni<List<SignedCheckpoint>> between(long from, long to) {
        return Sql.rows(Object[].class, SELECT + " where c.size > ?1 and c.size <= ?2 order by c.size", from, to)
                .map(rows -> rows.stream().map(Checkpoints::read).toList());
    }

    /** Names the trail, with the year in which it begins, and signs its empty state; does nothing when that was done. */
    Uni<Void> open() {
        Instant now = clock.instant();
        int year = now.atZone(ZoneOffset.UTC).getYear();
        return Sql.update(OPEN, settings.name() + "/" + year, now)
                .chain(() -> Sql.rows(String.class, "select origin from trail.log"))
                .map(origins -> sign(new Checkpoint(origins.getFirst(), 0, Hash.OF_NOTHING)))
                .call(this::knowKey)
                .chain(empty -> Sql.update(
                        BEGIN, empty.checkpoint().root().bytes(), empty.keyId(), empty.note(), empty.signedAt()))
                .replaceWithVoid();
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, key.id(checkpoint.origin()), key.note(checkpoint), clock.instant());
    }

    /** Compare and set: true when {@code next} is now the one state that grew from {@code previous}. */
    Uni<Boolean> grow(long previous, SignedCheckpoint next) {
        return knowKey(next)
                .chain(() -> Sql.update(
                        GROW,
                        next.size(),
                        previous,
                        next.checkpoint().root().bytes(),
                        next.keyId(),
                        next.note(),
                        next.signedAt()))
                .map(written -> written == 1);
    }

    private Uni<Integer> knowKey(SignedCheckpoint signed) {
        return Sql.update(KNOW_KEY, signed.keyId(), key.x509(), signed.signedAt());
    }

    private static Optional<SignedCheckpoint> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(Checkpoints::read);
    }

    private static SignedCheckpoint read(Object[] row) {
        return new SignedCheckpoint(
                new Checkpoint((String) row[0], (Long) row[1], Hash.of((byte[]) row[2])),
                (String) row[3],
                (String) row[4],
                ((OffsetDateTime) row[5]).toInstant());
    }
}
