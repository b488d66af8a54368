package org.candor.test;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The AES-256-GCM keyset of a service, one file per service and JVM, so that a restarted application reads its own rows. */
final class Keyset {

    private Keyset() {}

    static Path fileFor(String service) {
        return Path.of(Platform.once("keyset." + service, () -> write(service).toString()));
    }

    private static Path write(String service) {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            Path file = Files.createTempFile("candor-test-" + service, ".keyset.json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
