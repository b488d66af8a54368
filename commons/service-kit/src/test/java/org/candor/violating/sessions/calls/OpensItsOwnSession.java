package org.candor.violating.sessions.calls;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.candor.kit.data.Sql;

/** Must be rejected: opens a session past the kit. */
final class OpensItsOwnSession {

    private OpensItsOwnSession() {}

    static Uni<?> look() {
        return Panache.withSession(() -> Sql.rows(Integer.class, "select 1"));
    }
}
