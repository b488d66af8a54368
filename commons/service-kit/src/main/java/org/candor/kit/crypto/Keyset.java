package org.candor.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's wrapping keys, read once at start-up from a file; without it the service does not start. */
@Singleton
class Keyset {

    private final Aead wrapping;

    Keyset(@ConfigProperty(name = "candor.keyset-file") Path file) {
        this.wrapping = load(file);
    }

    byte[] wrap(byte[] key, byte[] owner) {
        try {
            return wrapping.encrypt(key, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset cannot encrypt", e);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] owner) {
        try {
            return wrapping.decrypt(wrapped, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a wrapped key does not belong to this keyset", e);
        }
    }

    private static Aead load(Path file) {
        try {
            AeadConfig.register();
            String json = Files.readString(file, StandardCharsets.UTF_8);
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("CANDOR_KEYSET_FILE does not name a readable Tink keyset", e);
        }
    }
}
