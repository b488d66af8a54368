package org.candor.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/** A signing key of this JVM's own, as {@code openssl genpkey -algorithm ed25519} writes it. */
public class TrailKeyFile implements QuarkusTestResourceLifecycleManager {

    static final String REMEMBERED = "candor.test.audit.trail-key";

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            // The database outlives a restart of the application, so the key must too.
            String file = System.getProperty(REMEMBERED);
            if (file == null) {
                file = write().toString();
                System.setProperty(REMEMBERED, file);
            }
            return Map.of(
                    "CANDOR_TRAIL_KEY_FILE",
                    file,
                    "candor.trail.integrate-every",
                    "1s",
                    "candor.gauges.every",
                    "1s",
                    "candor.disposal.ask-every",
                    "1s");
        }
    }

    @Override
    public void stop() {
        // The file goes with the JVM.
    }

    /** The public key, for those who check what is signed. */
    static Path publicHalf(String file) {
        return Path.of(file + ".pub");
    }

    /** Another key, as after a rotation. */
    public static Path another() {
        return write();
    }

    private static Path write() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] key = pair.getPrivate().getEncoded();
            Path file = Files.createTempFile("candor-trail", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    publicHalf(file.toString()),
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
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
