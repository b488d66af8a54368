package org.candor.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.candor.local.keycloak.Keycloak;
import org.candor.local.keycloak.PasswordGrant;
import org.candor.local.process.Children;
import org.candor.local.process.ResidentMemory;
import org.candor.local.run.Component;
import org.candor.local.run.Sequence;
import org.candor.local.run.StartFailed;
import org.candor.local.service.ServiceProcess;

/**
 * The running platform. When {@link #start} returns, every component is ready; when it throws, none runs. What was
 * acknowledged is found again by the next stack on the same directory, also after {@code kill -9} of anything.
 */
public final class Stack implements AutoCloseable {

    private final StackSettings settings;
    private final Layout layout;
    private final StackLock lock;
    private final Sequence sequence;
    private final PasswordGrant tokens;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private volatile Duration timeToReady = Duration.ZERO;

    private Stack(StackSettings settings, Layout layout, StackLock lock, Sequence sequence) {
        this.settings = settings;
        this.layout = layout;
        this.lock = lock;
        this.sequence = sequence;
        this.tokens = new PasswordGrant(issuer());
    }

    /** Starts everything and returns when it is ready. */
    public static Stack start(StackSettings settings) throws StartFailed {
        Stack stack = claim(settings);
        stack.startAll();
        return stack;
    }

    /** Takes the directory and looks whether the ports can be had; ends what a killed launcher has left behind. */
    static Stack claim(StackSettings settings) throws StartFailed {
        Layout layout = new Layout(settings.directory());
        Optional<StackLock> lock = Optional.empty();
        try {
            layout.create();
            lock = StackLock.take(layout);
            if (lock.isEmpty()) {
                throw new StartFailed(alreadyRunning(layout));
            }
            if (Files.exists(layout.restoring())) {
                throw new StartFailed("A restore of %s was broken off. Run './candor restore' again; it begins anew."
                        .formatted(layout.root()));
            }
            Children children = new Children(layout.run());
            children.endLeftovers();
            Optional<String> complaint = PortCheck.complaint(Components.portsOf(settings));
            if (complaint.isPresent()) {
                throw new StartFailed(complaint.get());
            }
            Sequence sequence = new Sequence(Components.of(settings, layout, children), settings.progress());
            return new Stack(settings, layout, lock.get(), sequence);
        } catch (IOException e) {
            release(lock);
            throw new StartFailed("%s can't be used: %s".formatted(layout.root(), e.getMessage()));
        } catch (StartFailed e) {
            release(lock);
            throw e;
        }
    }

    void startAll() throws StartFailed {
        Instant from = Instant.now();
        try {
            sequence.start();
        } catch (StartFailed e) {
            close();
            throw e;
        }
        timeToReady = Duration.between(from, Instant.now());
    }

    /** The one origin that serves all services, without a slash at its end. */
    public URI url() {
        return URI.create("http://localhost:" + settings.ports().of(Ports.PROXY));
    }

    /** The one origin whose pages may call intake, besides the stack's own. */
    public URI pages() {
        return URI.create("http://localhost:" + settings.ports().of(Ports.SPA));
    }

    /** A service's own address, past the proxy and with its root path. */
    public URI url(ServiceName service) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(settings.ports().of(service), service.id()));
    }

    /** Where a service shows health and metrics, with its root path. */
    public URI management(ServiceName service) {
        int port = settings.ports().of(Ports.management(service.id()));
        return URI.create("http://127.0.0.1:%d/%s".formatted(port, service.id()));
    }

    /** The issuer of the tokens. */
    public URI issuer() {
        return Keycloak.issuer(settings.ports().of(Ports.KEYCLOAK));
    }

    /** The address of the Kafka broker. */
    public String kafka() {
        return "127.0.0.1:" + settings.ports().of(Ports.KAFKA);
    }

    /** A fresh access token of that user, whose password is his name; good for five minutes. */
    public String token(String user) throws IOException, InterruptedException {
        return tokens.token(user, user);
    }

    /** The address of the PostgreSQL server; each service has a database of its name. */
    public String postgres() {
        return "127.0.0.1:" + settings.ports().of(Ports.POSTGRES);
    }

    public Path mailDirectory() {
        return layout.mail();
    }

    public Path postalDirectory() {
        return layout.postal();
    }

    /** The folder of everything that the stack keeps. */
    public Layout layout() {
        return layout;
    }

    /** From the claim of the directory to the last component's readiness. */
    public Duration timeToReady() {
        return timeToReady;
    }

    /** The memory that all processes hold together, the launcher's included. */
    public long residentBytes() {
        Stream<ProcessHandle> roots = Stream.concat(
                sequence.components().stream().map(Component::process).flatMap(Optional::stream),
                Stream.of(ProcessHandle.current()));
        return ResidentMemory.of(roots);
    }

    /** The memory of each component that is a process of its own. */
    public Map<String, Long> residentBytesByComponent() {
        Map<String, Long> bytes = new TreeMap<>();
        sequence.components()
                .forEach(component -> component
                        .process()
                        .ifPresent(process -> bytes.put(component.name(), ResidentMemory.of(Stream.of(process)))));
        return bytes;
    }

    /** Ends a component ({@code intake}, {@code postgres}, {@code kafka}, …) as a power cut would. */
    public void kill9(String component) {
        sequence.component(component).kill();
    }

    /** Ends a component in order; it can be started again. */
    public void stop(String component) {
        sequence.component(component).stop();
    }

    /** Starts a component, after ending it in order if it runs, and returns when it is ready. */
    public void restart(String component) throws Exception {
        stop(component);
        sequence.component(component).start();
    }

    /** From now on a component that dies is started again, and the stream told of it. */
    void watch(PrintStream out) {
        Watch watch = new Watch(out);
        watches.add(watch);
        sequence.components().forEach(watch::over);
    }

    /** Trains the start caches that are missing, and returns when they are there. */
    public void trainStartCaches() {
        training().run();
    }

    Training training() {
        return new Training(sequence.components().stream()
                .filter(ServiceProcess.class::isInstance)
                .map(ServiceProcess.class::cast)
                .toList());
    }

    /** The same; it ends with this process at the latest, also when a signal ends that. */
    public Stack endingWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        return this;
    }

    /** Ends everything in the reverse order of its start; a second time does nothing. */
    @Override
    public void close() {
        watches.forEach(Watch::end);
        sequence.close();
        release(Optional.of(lock));
    }

    private static void release(Optional<StackLock> lock) {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String alreadyRunning(Layout layout) {
        String who = StackLock.holder(layout)
                .map(holder -> " (process %d, since %s)".formatted(holder.pid(), holder.started()))
                .orElse("");
        return "A stack already runs on %s%s.%nUse it, end it with './candor down', or start another with --dir and --port-offset."
                .formatted(layout.root(), who);
    }
}
