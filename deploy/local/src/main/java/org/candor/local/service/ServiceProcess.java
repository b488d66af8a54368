package org.candor.local.service;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.keys.Keys;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.local.run.Component;

/** A service in a process of its own. It is ready when its readiness check says so: database and broker are reached. */
public final class ServiceProcess implements Component {

    private static final Duration TIME_TO_START = Duration.ofSeconds(180);

    private final ServiceName service;
    private final Path jar;
    private final Layout layout;
    private final int port;
    private final ServiceSettings settings;
    private final Child child;

    public ServiceProcess(ServiceName service, Path jar, Ports ports, Layout layout, Keys keys, Children children) {
        this.service = service;
        this.jar = jar;
        this.layout = layout;
        this.port = ports.of(service);
        this.settings = new ServiceSettings(ports, layout, keys);
        this.child = new Child(name(), log(), children);
    }

    @Override
    public String name() {
        return service.id();
    }

    @Override
    public List<String> needs() {
        return List.of("postgres", "kafka");
    }

    @Override
    public void start() throws Exception {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there");
        }
        child.start(command(), settings.of(service));
        Await.answer(URI.create("http://127.0.0.1:%d/%s/q/health/ready".formatted(port, name())), child, TIME_TO_START);
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
        return "read the log; './mvnw package -DskipTests' builds the service anew.";
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(Jvm.FLAGS);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
