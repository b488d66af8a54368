package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals and reads fields of one incident with AES-256-GCM. Place and row are bound to the ciphertext, so that a value moved
 * to another row or column is refused.
 */
public final class IncidentCipher {

    private final AesGcmJce aead;

    IncidentCipher(byte[] dataKey) {
        try {
            this.aead = new AesGcmJce(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("data key is unusable", e);
        }
    }

    /** Seals a text; {@code place} is {@code table.column}. */
    public byte[] seal(String place, UUID rowId, String text) {
        return seal(place, rowId, text.getBytes(UTF_8));
    }

    public byte[] seal(String place, UUID rowId, byte[] bytes) {
        try {
            return aead.encrypt(bytes, associated(place, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place, e);
        }
    }

    public String read(String place, UUID rowId, byte[] sealed) {
        return new String(readBytes(place, rowId, sealed), UTF_8);
    }

    /** Throws {@link IllegalStateException} when the value was changed or belongs elsewhere. */
    public byte[] readBytes(String place, UUID rowId, byte[] sealed) {
        try {
            return aead.decrypt(sealed, associated(place, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed value of " + place + " was changed or moved", e);
        }
    }

    private static byte[] associated(String place, UUID rowId) {
        return (place + "/" + rowId).getBytes(UTF_8);
    }
}
