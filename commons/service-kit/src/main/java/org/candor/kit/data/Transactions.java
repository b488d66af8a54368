package org.candor.kit.data;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.candor.kit.outbox.Relay;

/**
 * Opens sessions. Work is one sequential chain on the calling Vert.x context; it must not leave that context while the
 * session is open.
 */
public final class Transactions {

    private Transactions() {}

    /** Runs the work in one transaction. After the commit the relay is woken, so that facts leave at once. */
    public static <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work)
                .invoke(() -> Arc.container().select(Relay.class).get().wake());
    }

    /** Runs reading work in a session without a transaction. */
    public static <T> Uni<T> read(Supplier<Uni<T>> work) {
        return Panache.withSession(work);
    }
}
