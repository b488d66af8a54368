package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Finds sealed values by exact match: HMAC-SHA-256 under a key of the installation. Case and the way a letter is composed
 * do not matter. Index rows must be deleted with their incident.
 */
@ApplicationScoped
public class BlindIndex {

    private static final Logger LOG = Logger.getLogger(BlindIndex.class);
    private static final String NAME = "blind-index";
    private static final byte[] OWNER = NAME.getBytes(UTF_8);
    private static final int KEY_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FIND = "select wrapped from vault.installation_key where name = $1";
    private static final String ADD =
            "insert into vault.installation_key (name, wrapped) values ($1, $2) on conflict (name) do nothing";

    private final Keyset keyset;
    private final Pool pool;
    private volatile SecretKeySpec key;

    BlindIndex(Keyset keyset, Pool pool) {
        this.keyset = keyset;
        this.pool = pool;
    }

    void start(@Observes StartupEvent started) {
        try {
            load().await().atMost(PATIENCE);
        } catch (RuntimeException later) {
            LOG.warnf("blind index is not ready yet: %s", Faults.name(later));
        }
    }

    /** Makes the key ready; call before the first {@link #of}. */
    public Uni<BlindIndex> ready() {
        return key != null ? Uni.createFrom().item(this) : load().replaceWith(this);
    }

    /** The index value of a field; throws {@link IllegalStateException} before {@link #ready}. */
    public byte[] of(String field, String value) {
        if (key == null) {
            throw new IllegalStateException("blind index is not ready");
        }
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((field + "\0" + plain).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    /**
     * On a connection of its own: a key that was made in a transaction and rolled back with it would go on being used here
     * and be found nowhere. At start-up, because later a full pool would have no second connection to give.
     */
    private Uni<Void> load() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(NAME, Buffer.buffer(keyset.wrap(fresh, OWNER))))
                .chain(() -> pool.preparedQuery(FIND).execute(Tuple.of(NAME)))
                .map(rows -> rows.iterator().next().getBuffer("wrapped").getBytes())
                .invoke(wrapped -> key = new SecretKeySpec(keyset.unwrap(wrapped, OWNER), "HmacSHA256"))
                .replaceWithVoid();
    }
}
