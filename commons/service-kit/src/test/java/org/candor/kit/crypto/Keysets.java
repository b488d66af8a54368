package org.candor.kit.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Keysets of tests, in the steps of a rotation. */
final class Keysets {

    private Keysets() {}

    static KeysetHandle one() throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    /** The old key stays, so that what it wrapped is read; a new one wraps. */
    static KeysetHandle rotated(KeysetHandle old) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** Without the keys that are not primary. */
    static KeysetHandle reduced(KeysetHandle both) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(both.getPrimary().getKey())
                        .withFixedId(both.getPrimary().getId())
                        .makePrimary())
                .build();
    }

    static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }
}
