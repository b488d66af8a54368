package org.candor.local.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.StackSettings;
import org.candor.local.keys.Keys;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.proxy.Origin;
import org.candor.local.run.Await;
import org.candor.local.run.Component;
import org.candor.local.witness.WitnessProcess;

/** A service in a process of its own. It is ready when its readiness check says so: database and broker are reached. */
public final class ServiceProcess implements Component {

    private static final Duration TIME_TO_START = Duration.ofMinutes(8);
    private static final Duration TIME_TO_DRAIN = Duration.ofSeconds(5);

    private final ServiceName service;
    private final int replica;
    private final Path jar;
    private final Jvm jvm;
    private final Layout layout;
    private final Listeners listeners;
    private final Origin origin;
    private final ServiceSettings settings;
    private final Child child;
    private final Child training;
    private final StartCache cache;

    /** @param replica from 1 on */
    public ServiceProcess(
            ServiceName service, int replica, StackSettings stack, Layout layout, Keys keys, Children children) {
        this.service = service;
        this.replica = replica;
        this.jar = stack.checkout().jar(service);
        this.jvm = stack.jvm();
        this.layout = layout;
        this.listeners = Listeners.of(service.replica(replica), stack.ports());
        this.origin = new Origin(listeners.api());
        this.settings = new ServiceSettings(stack, layout, keys);
        this.child = new Child(name(), log(), children);
        this.training = new Child(name() + "-training", layout.log(name() + "-training"), children);
        this.cache = new StartCache(
                layout.caches(), service.id() + "-" + stack.jvm().name().toLowerCase(Locale.ROOT), jar);
    }

    @Override
    public String name() {
        return service.replica(replica);
    }

    @Override
    public List<String> needs() {
        if (replica > 1) {
            // One after another: side by side they would only take each other's processors.
            return List.of(service.replica(replica - 1));
        }
        return service == ServiceName.AUDIT
                ? List.of("postgres", "kafka", WitnessProcess.NAME)
                : List.of("postgres", "kafka");
    }

    @Override
    public void start() throws Exception {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there");
        }
        child.start(command(cache.flags()), settings.of(service, listeners));
        child.process().ifPresent(process -> process.onExit().thenRun(origin::close));
        Await.answer(readiness(listeners), child, TIME_TO_START);
        origin.open();
    }

    /** Where the proxy finds it. */
    public Origin origin() {
        return origin;
    }

    /** Brings its database to the schema of this build, and does nothing else. */
    public void migrate() throws Exception {
        Map<String, String> environment = settings.of(service, listeners);
        environment.put("QUARKUS_INIT_AND_EXIT", "true");
        child.start(command(cache.flags()), environment);
        int exit = child.await();
        child.end();
        if (exit != 0) {
            throw new IllegalStateException("%s could not make its schema; see %s".formatted(name(), log()));
        }
    }

    @Override
    public void stop() {
        training.kill();
        if (child.process().isPresent()) {
            origin.drain(TIME_TO_DRAIN);
        }
        child.end();
    }

    @Override
    public void kill() {
        origin.close();
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

    /** True when a training run would let the next start be faster. */
    public boolean wantsTraining() throws IOException {
        return replica == 1 && StartCache.supported() && !cache.usable();
    }

    /** Starts a second replica of the service, lets it get ready, ends it, and keeps what the JVM has learned meanwhile. */
    public void train() throws Exception {
        Listeners free = Listeners.of(service.id(), Ports.free());
        Map<String, String> environment = settings.of(service, free);
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(command(List.of("-XX:AOTCacheOutput=" + cache.draft())));
        training.start(command, environment);
        Await.answer(readiness(free), training, TIME_TO_START);
        training.askToEnd();
        training.await();
        cache.adopt();
    }

    private URI readiness(Listeners at) {
        return URI.create("http://127.0.0.1:%d/%s/q/health/ready".formatted(at.management(), service.id()));
    }

    private List<String> command(List<String> cacheFlags) {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(jvm.flags());
        command.addAll(cacheFlags);
        command.add("-Djava.io.tmpdir=" + layout.temporary());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
