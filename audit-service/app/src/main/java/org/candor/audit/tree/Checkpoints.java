package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.audit.tree.decision.Checkpoint;
import org.candor.audit.tree.decision.Hash;
import org.candor.kit.data.Sql;

/** The signed states of each log, each grown from exactly one earlier one. Every method wants an open session. */
@ApplicationScoped
public class Checkpoints {

    private static final String SELECT =
            "select origin, size, root, key_id, note, signed_at from trail.checkpoint where origin = ?1";

    // Held to the end of the transaction, so that what is compared is still so when it is signed.
    private static final String ONE_SIGNER =
            "select 1 from (select pg_advisory_xact_lock(hashtext('candor.trail.sign'))) as held";

    // A second checkpoint on the same predecessor is a conflict: the row is not written, whatever was compared before.
    private static final String GROW = """
            insert into trail.checkpoint (origin, size, previous, root, key_id, note, signed_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing
            """;

    private static final String BEGIN = """
            insert into trail.checkpoint (origin, size, root, key_id, note, signed_at) values (?1, 0, ?2, ?3, ?4, ?5)
            on conflict do nothing
            """;

    private static final String KNOW_KEY =
            "insert into trail.key (key_id, public_key, since) values (?1, ?2, ?3) on conflict do nothing";

    private static final String KEYS = "select key_id, public_key from trail.key";

    private final TrailKey key;
    private final Clock clock;

    Checkpoints(TrailKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The newest of that log; empty before the log was opened. */
    public Uni<Optional<SignedCheckpoint>> latest(String origin) {
        return Sql.rows(Object[].class, SELECT + " order by size desc limit 1", origin)
                .map(Checkpoints::first);
    }

    /** The one of exactly that size. */
    public Uni<Optional<SignedCheckpoint>> ofSize(String origin, long size) {
        return Sql.rows(Object[].class, SELECT + " and size = ?2", origin, size).map(Checkpoints::first);
    }

    /** Those larger than {@code from}, up to {@code to}, ascending. */
    public Uni<List<SignedCheckpoint>> between(String origin, long from, long to) {
        return Sql.rows(Object[].class, SELECT + " and size > ?2 and size <= ?3 order by size", origin, from, to)
                .map(rows -> rows.stream().map(Checkpoints::read).toList());
    }

    /** The first that covered the entry with that number in the log: from then on it could not be changed unseen. */
    public Uni<Optional<SignedCheckpoint>> covering(String origin, long index) {
        return Sql.rows(Object[].class, SELECT + " and size > ?2 order by size limit 1", origin, index)
                .map(Checkpoints::first);
    }

    /** Public keys that ever signed here, in X.509 form by their names. */
    public Uni<Map<String, byte[]>> keys() {
        return Sql.rows(Object[].class, KEYS).map(rows -> {
            Map<String, byte[]> keys = new HashMap<>();
            rows.forEach(row -> keys.put((String) row[0], (byte[]) row[1]));
            return keys;
        });
    }

    /** Whether the note is by the key that it names; the key that signs now is not taken from the database. */
    public boolean isSigned(SignedCheckpoint signed, Map<String, byte[]> keys) {
        boolean ours = signed.keyId().equals(key.id(signed.checkpoint().origin()));
        byte[] x509 = ours ? key.x509() : keys.getOrDefault(signed.keyId(), new byte[0]);
        return TrailKey.verifies(signed.checkpoint(), signed.note(), x509);
    }

    /** Whether the note is that text, signed by the key that signs now or by one of those. */
    public boolean isSignedText(String text, String note, Map<String, byte[]> keys) {
        return TrailKey.verifies(text, note, key.x509())
                || keys.values().stream().anyMatch(x509 -> TrailKey.verifies(text, note, x509));
    }

    /** Signs the empty state of a log; does nothing when that was done. */
    Uni<Void> open(String origin) {
        SignedCheckpoint empty = sign(new Checkpoint(origin, 0, Hash.OF_NOTHING));
        return knowKey(empty)
                .chain(() -> Sql.update(
                        BEGIN,
                        origin,
                        empty.checkpoint().root().bytes(),
                        empty.keyId(),
                        empty.note(),
                        empty.signedAt()))
                .replaceWithVoid();
    }

    /**
     * Compare and set: signs and keeps {@code next} when the newest state is still {@code last}, to the letter of its note, and
     * answers it. Else somebody else has grown the log or it was put back meanwhile, and nothing is signed.
     */
    Uni<Optional<SignedCheckpoint>> grow(SignedCheckpoint last, Checkpoint next) {
        return Sql.rows(Integer.class, ONE_SIGNER)
                .chain(() -> latest(next.origin()))
                .chain(newest -> newest.filter(last::isTheSameAs).isPresent()
                        ? store(last, sign(next))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<SignedCheckpoint>> store(SignedCheckpoint last, SignedCheckpoint next) {
        return knowKey(next)
                .chain(() -> Sql.update(
                        GROW,
                        next.checkpoint().origin(),
                        next.size(),
                        last.size(),
                        next.checkpoint().root().bytes(),
                        next.keyId(),
                        next.note(),
                        next.signedAt()))
                .map(written -> written == 1 ? Optional.of(next) : Optional.empty());
    }

    private SignedCheckpoint sign(Checkpoint checkpoint) {
        return new SignedCheckpoint(checkpoint, key.id(checkpoint.origin()), key.note(checkpoint), clock.instant());
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
