package org.candor.local.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.keys.Keys;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** Watches that the trail only grows. In earnest somebody else runs it, elsewhere; here it has a folder and a key of its own. */
public final class WitnessProcess implements Component {

    public static final String NAME = "witness";

    /** The variable with which a stack gives the witness another name than its usual one. */
    public static final String NAMED_BY = "CANDOR_WITNESS_NAME";

    private static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private final String classPath;
    private final Layout layout;
    private final int port;
    private final Keys keys;
    private final String signsAs;
    private final Child child;

    public WitnessProcess(
            String classPath, Layout layout, int port, Keys keys, Children children, Map<String, String> environment) {
        this.classPath = classPath;
        this.layout = layout;
        this.port = port;
        this.keys = keys;
        this.signsAs = environment.getOrDefault(NAMED_BY, "witness.candor.local");
        this.child = new Child(NAME, log(), children);
    }

    /** Where the witness writes its public key at its first start. */
    public static Path publicKey(Layout layout) {
        return layout.data(NAME).resolve("witness.pub");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void start() throws Exception {
        child.start(command(), settings());
        Await.answer(URI.create("http://127.0.0.1:" + port + "/health"), child, TIME_TO_START);
    }

    @Override
    public void stop() {
        child.end();
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return child.process();
    }

    @Override
    public Path log() {
        return layout.log(NAME);
    }

    @Override
    public String advice() {
        return "read the log; a witness that has lost its folder must not be given a new one under its old name.";
    }

    private List<String> command() {
        return List.of(
                Java.executable(),
                "-Xms8m",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath,
                "org.candor.witness.Witness");
    }

    private Map<String, String> settings() throws Exception {
        return Map.of(
                "CANDOR_WITNESS_DIR",
                layout.data(NAME).toString(),
                "CANDOR_WITNESS_PORT",
                Integer.toString(port),
                NAMED_BY,
                signsAs,
                "CANDOR_WITNESS_LOG",
                "candor.local/trail",
                "CANDOR_WITNESS_LOG_KEYS",
                keys.trailPublicKey().toString());
    }
}
