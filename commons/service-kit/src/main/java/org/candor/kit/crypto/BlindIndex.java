package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.kit.errors.Problem;
import org.candor.kit.inbox.Faults;
import org.jboss.logging.Logger;

/**
 * Finds sealed values by exact match: HMAC-SHA-256 under a key of the installation. Case and the way a letter is composed
 * do not matter. Index rows must be deleted with their incident.
 */
@ApplicationScoped
public class BlindIndex {

    private static final Logger LOG = Logger.getLogger(BlindIndex.class);

    /** Every installation has this key, so that it also tells whether the keyset is the right one. */
    static final String NAME = "blind-index";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InstallationKeys keys;
    private volatile SecretKeySpec key;

    BlindIndex(InstallationKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent started) {
        try {
            load().await().atMost(PATIENCE);
        } catch (Problem keysAway) {
            LOG.error("the keyset is not the one of this database: nothing is read or written until that is at hand");
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
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((field + "\0" + plain(value)).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    /** What is left of a value where case and composition do not matter: equal for values that have one index. */
    public static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    private Uni<Void> load() {
        return keys.load(NAME)
                .invoke(bytes -> key = new SecretKeySpec(bytes, "HmacSHA256"))
                .replaceWithVoid();
    }
}
