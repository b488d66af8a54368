package org.candor.audit.tree;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.candor.kit.data.Sql;

/** What witnesses have put under checkpoints. Every method wants an open session. */
@ApplicationScoped
public class Cosignatures {

    private static final String LINES =
            "select line from trail.cosignature where origin = ?1 and size = ?2 order by witness";

    private static final String NEWEST =
            "select coalesce(max(size), -1) from trail.cosignature where origin = ?1 and witness = ?2";

    private static final String PUT = """
            insert into trail.cosignature (origin, size, witness, line, at) values (?1, ?2, ?3, ?4, ?5)
            on conflict do nothing
            """;

    /** The checkpoint's note with every cosignature that it has. */
    public Uni<String> noteOf(SignedCheckpoint signed) {
        return Sql.rows(String.class, LINES, signed.checkpoint().origin(), signed.size())
                .map(lines -> signed.note()
                        + String.join(
                                "", lines.stream().map(line -> line + "\n").toList()));
    }

    /** The largest size of the log that the witness has signed; empty before its first. */
    public Uni<Optional<Long>> newest(String origin, String witness) {
        return Sql.rows(Long.class, NEWEST, origin, witness)
                .map(sizes -> sizes.stream().filter(size -> size >= 0).findFirst());
    }

    /** Keeps a signature line; {@code witness} is its name. */
    public Uni<Void> put(SignedCheckpoint signed, String witness, String line, Instant at) {
        return Sql.update(PUT, signed.checkpoint().origin(), signed.size(), witness, line, at)
                .replaceWithVoid();
    }
}
