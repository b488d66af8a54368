package org.candor.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/** A signing key of this JVM's own, as {@code openssl genpkey -algorithm ed25519} writes it. */
public class TrailKeyFile implements QuarkusTestResourceLifecycleManager {

    private static final String REMEMBERED = "candor.test.audit.trail-key";

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            // The database outlives a restart of the application, so the key must too.
            String file = System.getProperty(REMEMBERED);
            if (file == null) {
                file = write().toString();
                System.setProperty(REMEMBERED, file);
            }
            return Map.of("CANDOR_TRAIL_KEY_FILE", file, "candor.trail.integrate-every", "1s");
        }
    }

    @Override
    public void stop() {
        // The file goes with the JVM.
    }

    private static Path write() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            Path file = Files.createTempFile("candor-trail", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
