package org.candor.kit.crypto;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A key of the keyset, and how what it wrapped begins.
 *
 * @param id as it stands in the keyset's JSON, without a sign
 */
record MasterKey(long id, byte[] prefix, boolean usable) {

    /** A version byte and the key's id. */
    static final int PREFIX_BYTES = 5;

    static MasterKey of(KeysetHandle.Entry entry) {
        byte[] prefix =
                entry.getKey() instanceof AeadKey key ? key.getOutputPrefix().toByteArray() : new byte[0];
        if (prefix.length != PREFIX_BYTES) {
            throw new IllegalStateException(
                    "Each key of the keyset must be an AEAD key with prefix TINK: what it wrapped could not be told otherwise");
        }
        return new MasterKey(
                Integer.toUnsignedLong(entry.getId()), prefix, entry.getStatus().equals(KeyStatus.ENABLED));
    }

    boolean wrapped(byte[] wrapped) {
        return wrapped.length > PREFIX_BYTES && Arrays.equals(prefix, 0, PREFIX_BYTES, wrapped, 0, PREFIX_BYTES);
    }

    /** The id of the key that wrapped what begins so, in this keyset or not. */
    static long idIn(byte[] prefix) {
        return prefix.length < PREFIX_BYTES
                ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(prefix).getInt(1));
    }
}
