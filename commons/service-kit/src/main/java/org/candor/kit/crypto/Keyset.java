package org.candor.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/**
 * The installation's master keys, which wrap data keys: the primary one wraps, each unwraps what it wrapped. Read once at
 * start-up; without them the service does not start.
 */
@Singleton
class Keyset {

    private final Aead wrapping;
    private final MasterKey primary;
    private final List<MasterKey> keys;

    @Inject
    Keyset(KeysetSource source) {
        this(source.load());
    }

    Keyset(KeysetHandle handle) {
        try {
            this.wrapping = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keyset is not one for AEAD", e);
        }
        this.primary = MasterKey.of(handle.getPrimary());
        this.keys = IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(MasterKey::of)
                .toList();
    }

    MasterKey primary() {
        return primary;
    }

    List<MasterKey> keys() {
        return keys;
    }

    byte[] wrap(byte[] key, byte[] owner) {
        try {
            return wrapping.encrypt(key, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset cannot encrypt", e);
        }
    }

    /**
     * Refuses with {@code KEYS_UNAVAILABLE} what no key of this keyset wrapped; throws {@link IllegalStateException} when it
     * was changed or belongs to another owner.
     */
    byte[] unwrap(byte[] wrapped, byte[] owner) {
        if (!knows(wrapped)) {
            throw new Problem(CommonProblem.KEYS_UNAVAILABLE);
        }
        try {
            return wrapping.decrypt(wrapped, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a wrapped key was changed or moved", e);
        }
    }

    boolean knows(byte[] wrapped) {
        return keys.stream().anyMatch(key -> key.usable() && key.wrapped(wrapped));
    }
}
