package org.candor.local.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.candor.local.Layout;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** The broker. It is ready when every topic of the platform is there. */
public final class Kafka implements Component {

    private static final Duration TIME_TO_START = Duration.ofMinutes(4);

    private final String classPath;
    private final Layout layout;
    private final int port;
    private final int controllerPort;
    private final Child child;

    public Kafka(String classPath, Layout layout, int port, int controllerPort, Children children) {
        this.classPath = classPath;
        this.layout = layout;
        this.port = port;
        this.controllerPort = controllerPort;
        this.child = new Child(name(), log(), children);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void start() throws Exception {
        Files.createDirectories(data());
        Files.writeString(settings(), BrokerSettings.text(data(), port, controllerPort));
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        child.start(command(), Map.of());
        try (Topics topics = new Topics("127.0.0.1:" + port)) {
            Await.until(topics::brokerAnswers, child, TIME_TO_START);
            topics.ensure();
        }
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
        return layout.log(name());
    }

    @Override
    public String advice() {
        return "read the log; when the data can go, './candor reset' makes a fresh start.";
    }

    /** Runs Kafka's own tool, which writes its last file when all others are there. */
    private void format() throws IOException {
        String cluster = Uuid.randomUuid().toString();
        String[] arguments = {
            "format", "--standalone", "-t", cluster, "-c", settings().toString()
        };
        try (PrintStream out = new PrintStream(log().toFile(), StandardCharsets.UTF_8)) {
            if (StorageTool.execute(arguments, out) != 0) {
                throw new IllegalStateException("its storage could not be formatted");
            }
        }
    }

    private List<String> command() {
        return List.of(
                Java.executable(),
                "-Xms48m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                classPath,
                "kafka.Kafka",
                settings().toString());
    }

    private Path settings() {
        return layout.run().resolve("kafka.properties");
    }

    private Path data() {
        return layout.data(name());
    }
}
