package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.candor.kit.data.Sql;

/**
 * Finds sealed values by exact match: HMAC-SHA-256 under a key of the installation. Case and the way a letter is composed
 * do not matter. Index rows must be deleted with their incident.
 */
@ApplicationScoped
public class BlindIndex {

    private static final String NAME = "blind-index";
    private static final int KEY_BYTES = 32;
    private static final String FIND = "select wrapped from vault.installation_key where name = ?1";
    private static final String ADD =
            "insert into vault.installation_key (name, wrapped) values (?1, ?2) on conflict (name) do nothing";

    private final Keyset keyset;
    private volatile SecretKeySpec key;

    BlindIndex(Keyset keyset) {
        this.keyset = keyset;
    }

    /** Makes the key ready; call inside a transaction before the first {@link #of}. */
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

    private Uni<Void> load() {
        return Sql.rows(byte[].class, FIND, NAME).chain(found -> {
            if (found.isEmpty()) {
                return add().chain(this::load);
            }
            key = new SecretKeySpec(keyset.unwrap(found.getFirst(), NAME.getBytes(UTF_8)), "HmacSHA256");
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Integer> add() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return Sql.update(ADD, NAME, keyset.wrap(fresh, NAME.getBytes(UTF_8)));
    }
}
