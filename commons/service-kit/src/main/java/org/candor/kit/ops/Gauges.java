package org.candor.kit.ops;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Refreshes gauges by a query of a scheduler, so that scraping costs nothing. Every replica shows the same numbers: take the
 * largest, never the sum. What counts incidents, duties or letters leaves drills out.
 */
public final class Gauges {

    private static final Logger LOG = Logger.getLogger(Gauges.class);

    private Gauges() {}

    /** A database that does not answer leaves them as they were. */
    public static Uni<Void> refresh(Uni<RowSet<Row>> query, Consumer<RowSet<Row>> measure) {
        return query.invoke(measure)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "gauges were not refreshed: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
