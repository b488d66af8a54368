package org.candor.audit.trail;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Refuses to start with more rights than to add and to read: a service that could change its trail can't promise that it does
 * not. This happens when the tables' owner and the service's user are one.
 */
@ApplicationScoped
class TrailRights {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static final String TOO_MANY = """
            select bool_or(has_table_privilege(current_user, t.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                           or pg_has_role(current_user, t.relowner, 'MEMBER')) as too_many
              from pg_class t join pg_namespace n on n.oid = t.relnamespace
             where n.nspname = 'trail' and t.relkind = 'r'
            """;

    private final Pool pool;

    TrailRights(Pool pool) {
        this.pool = pool;
    }

    void check(@Observes StartupEvent start) {
        Row row = pool.query(TOO_MANY)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        if (row.getBoolean("too_many")) {
            throw new IllegalStateException(
                    "CANDOR_DB_USER may change the trail. Let CANDOR_DB_OWNER name another role, which owns the tables.");
        }
    }
}
