package org.candor.kit.ledger;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Before anything asks: this database belonged to an installation with another keyset. */
@ApplicationScoped
class ForeignKeys {

    private static final byte[] WRAPPED_BY_ANOTHER = new byte[65];

    void start(
            @Observes @Priority(1) StartupEvent started,
            Pool pool,
            @ConfigProperty(name = "ledger.foreign-keys", defaultValue = "false") boolean foreign) {
        if (foreign) {
            pool.preparedQuery("insert into vault.installation_key values ('blind-index', $1)")
                    .execute(Tuple.of(Buffer.buffer(WRAPPED_BY_ANOTHER)))
                    .await()
                    .indefinitely();
        }
    }
}
