package org.candor.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A folder for copies of checkpoints, for one database alone. */
public class CopiesOutside implements QuarkusTestResourceLifecycleManager {

    /** System property that names the folder. */
    public static final String FOLDER = "candor.test.audit.copies";

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            String folder = System.getProperty(FOLDER);
            if (folder == null) {
                folder = temporary();
                System.setProperty(FOLDER, folder);
            }
            return Map.of("CANDOR_CHECKPOINT_COPIES", folder, "candor.trail.copies.every", "1s");
        }
    }

    @Override
    public void stop() {
        // It goes with the JVM, as the database does.
    }

    private static String temporary() {
        try {
            return Files.createTempDirectory("candor-copies").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
