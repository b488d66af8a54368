package org.candor.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.candor.local.Layout;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** The broker. It is ready when every topic of the platform is there. */
public final class Kafka implements Component {

    private static final Duration TIME_TO_START = Duration.ofSeconds(90);

    private final String classPath;
    private final Layout layout;
    private final int port;
    private final int controllerPort;
    private final Child child;
    private final Child formatting;

    public Kafka(String classPath, Layout layout, int port, int controllerPort, Children children) {
        this.classPath = classPath;
        this.layout = layout;
        this.port = port;
        this.controllerPort = controllerPort;
        this.child = new Child(name(), log(), children);
        this.formatting = new Child(name() + "-format", layout.log(name() + "-format"), children);
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
        child.start(java("kafka.Kafka", settings().toString()), Map.of());
        try (Topics topics = new Topics("127.0.0.1:" + port)) {
            Await.until(topics::brokerAnswers, child, TIME_TO_START);
            topics.ensure();
        }
    }

    @Override
    public void stop() {
        formatting.end();
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

    private void format() throws IOException, InterruptedException {
        String cluster = Uuid.randomUuid().toString();
        formatting.start(
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--standalone",
                        "-t",
                        cluster,
                        "-c",
                        settings().toString()),
                Map.of());
        if (formatting.await() != 0) {
            throw new IllegalStateException("its storage could not be formatted; see " + layout.log("kafka-format"));
        }
        formatting.end();
    }

    private List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Java.executable(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path settings() {
        return layout.run().resolve("kafka.properties");
    }

    private Path data() {
        return layout.data(name());
    }
}
