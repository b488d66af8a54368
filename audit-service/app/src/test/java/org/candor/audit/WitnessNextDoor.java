package org.candor.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.candor.verify.Unreadable;
import org.candor.witness.Witness;

/** A real witness in this JVM, with a folder of its own. */
public class WitnessNextDoor implements QuarkusTestResourceLifecycleManager {

    /** System property that names the file with its public key. */
    public static final String KEY_FILE = "candor.test.audit.witness-key";

    private static volatile Witness running;
    private static volatile Path folder;
    private static volatile String logKeys;

    @Override
    public Map<String, String> start() {
        String trailKey = new TrailKeyFile().start().get("CANDOR_TRAIL_KEY_FILE");
        synchronized (System.getProperties()) {
            String url = System.getProperty("candor.test.audit.witness-url");
            if (url == null) {
                url = "http://127.0.0.1:" + witness(trailKey).port();
                System.setProperty("candor.test.audit.witness-url", url);
            }
            return Map.of("CANDOR_WITNESS_URL", url, "CANDOR_WITNESS_KEY_FILE", System.getProperty(KEY_FILE));
        }
    }

    @Override
    public void stop() {
        // It goes with the JVM, as the trail does that it has seen.
    }

    /** It goes away, and knows everything when it is back. */
    public static void goesAway() {
        running.close();
    }

    public static void isBack() {
        running = begin(running.port());
    }

    private static Witness witness(String trailKey) {
        try {
            folder = Files.createTempDirectory("candor-witness");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty(KEY_FILE, folder.resolve("witness.pub").toString());
        logKeys = TrailKeyFile.publicHalf(trailKey).toString();
        running = begin(0);
        return running;
    }

    private static Witness begin(int port) {
        try {
            return Witness.start(
                    Map.of(
                            "CANDOR_WITNESS_DIR",
                            folder.toString(),
                            "CANDOR_WITNESS_NAME",
                            "witness.example",
                            "CANDOR_WITNESS_LOG",
                            "candor.local/trail",
                            "CANDOR_WITNESS_LOG_KEYS",
                            logKeys,
                            "CANDOR_WITNESS_PORT",
                            Integer.toString(port)),
                    Clock.systemUTC());
        } catch (IOException | Unreadable e) {
            throw new IllegalStateException(e);
        }
    }
}
