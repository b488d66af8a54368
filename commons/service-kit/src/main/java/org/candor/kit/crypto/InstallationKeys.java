package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Keys of 32 random bytes that belong to the installation, wrapped by the keyset and shared by all replicas. */
@ApplicationScoped
public class InstallationKeys {

    private static final int KEY_BYTES = 32;
    private static final String FIND = "select wrapped from vault.installation_key where name = $1";
    private static final String ADD =
            "insert into vault.installation_key (name, wrapped) values ($1, $2) on conflict (name) do nothing";

    private final Keyset keyset;
    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    InstallationKeys(Keyset keyset, Pool pool) {
        this.keyset = keyset;
        this.pool = pool;
    }

    /**
     * The key of that name; whoever asks first makes it. On a connection of its own: a key that was made in a transaction and
     * rolled back with it would go on being used here and be found nowhere. Ask at start-up, because later a full pool would
     * have no second connection to give.
     */
    public Uni<byte[]> load(String name) {
        byte[] owner = name.getBytes(UTF_8);
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(name, Buffer.buffer(keyset.wrap(fresh, owner))))
                .chain(() -> pool.preparedQuery(FIND).execute(Tuple.of(name)))
                .map(rows -> rows.iterator().next().getBuffer("wrapped").getBytes())
                .map(wrapped -> keyset.unwrap(wrapped, owner));
    }
}
