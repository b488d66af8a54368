package org.candor.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the keyset comes from: a file, or the environment itself. Either may be encrypted by a key of a key management
 * service; its Tink client is found on the class path. That way was tried with a client of our own only, with no provider's.
 */
@Singleton
class KeysetSource {

    private static final byte[] NOTHING_ASSOCIATED = new byte[0];

    private final Optional<Path> file;
    private final Optional<String> json;
    private final Optional<String> kmsKey;

    KeysetSource(
            @ConfigProperty(name = "candor.keyset-file") Optional<Path> file,
            @ConfigProperty(name = "candor.keyset") Optional<String> json,
            @ConfigProperty(name = "candor.keyset-kms-key") Optional<String> kmsKey) {
        this.file = file;
        this.json = json;
        this.kmsKey = kmsKey;
    }

    /** Throws {@link IllegalStateException} where there is none, there are two, or it cannot be read: nothing starts then. */
    KeysetHandle load() {
        if (file.isPresent() == json.isPresent()) {
            throw new IllegalStateException("Set CANDOR_KEYSET_FILE or CANDOR_KEYSET: one of them, and not both");
        }
        try {
            AeadConfig.register();
            return parse(json.isPresent() ? json.get() : Files.readString(file.get(), StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            // Without the cause: a parser may quote what it could not read.
            throw new IllegalStateException("CANDOR_KEYSET_FILE or CANDOR_KEYSET holds no readable Tink keyset: "
                    + e.getClass().getSimpleName());
        }
    }

    private KeysetHandle parse(String text) throws GeneralSecurityException {
        if (kmsKey.isEmpty()) {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        }
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(text, remote(kmsKey.get()), NOTHING_ASSOCIATED);
    }

    private static Aead remote(String key) throws GeneralSecurityException {
        KmsClient client = ServiceLoader.load(KmsClient.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.doesSupport(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No client on the class path knows the management service of CANDOR_KEYSET_KMS_KEY"));
        return client.withDefaultCredentials().getAead(key);
    }
}
