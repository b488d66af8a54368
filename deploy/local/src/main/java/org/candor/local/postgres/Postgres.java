package org.candor.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candor.local.Layout;
import org.candor.local.ServiceName;
import org.candor.local.Trees;
import org.candor.local.keys.Keys;
import org.candor.local.process.Children;
import org.candor.local.process.LogFile;
import org.candor.local.run.Component;

/** The database server. What it has acknowledged is on the disk: fsync and synchronous commit are on. */
public final class Postgres implements Component {

    private static final String SUPERUSER = "postgres";
    private static final int SECONDS_TO_START = 240;

    private final PostgresBinaries binaries;
    private final Layout layout;
    private final int port;
    private final Keys keys;
    private final Children children;
    private volatile Optional<ProcessHandle> process = Optional.empty();

    public Postgres(Path binaries, Layout layout, int port, Keys keys, Children children) {
        this.binaries = new PostgresBinaries(binaries);
        this.layout = layout;
        this.port = port;
        this.keys = keys;
        this.children = children;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void start() throws Exception {
        binaries.unpack();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        Files.writeString(data().resolve("candor.conf"), PostgresSettings.text(port));
        LogFile.keepPrevious(log());
        run("start", "-w", "-t", Integer.toString(SECONDS_TO_START), "-l", log().toString());
        remember();
        Databases databases = new Databases(port, SUPERUSER, keys);
        for (ServiceName service : ServiceName.values()) {
            databases.ensure(service);
        }
    }

    @Override
    public void stop() {
        process().ifPresent(this::end);
        children.forget(name());
    }

    private void end(ProcessHandle server) {
        try {
            run("stop", "-m", "fast", "-t", "10");
            // pg_ctl returns when the server has let go of its files, a moment before the process has ended.
            server.onExit().completeOnTimeout(server, 5, TimeUnit.SECONDS).join();
        } catch (IOException | IllegalStateException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void kill() {
        process().ifPresent(living -> {
            living.destroyForcibly();
            living.onExit().join();
        });
        children.forget(name());
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.filter(ProcessHandle::isAlive);
    }

    @Override
    public Path log() {
        return layout.log(name());
    }

    @Override
    public String advice() {
        return "read the log; when the data can go, './candor reset' makes a fresh start.";
    }

    /** Written beside its place and then moved, so that a broken-off first start leaves nothing half-made. */
    private void initialise() throws Exception {
        Path draft = data().resolveSibling("postgres-draft");
        Trees.delete(draft);
        Path password = keys.passwordFile(SUPERUSER);
        execute(binaries.command(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "include 'candor.conf'\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    // pg_ctl gives the server a session of its own, so that Ctrl-C in the terminal does not reach it.
    private void run(String action, String... options) throws IOException, InterruptedException {
        List<String> command = binaries.command("pg_ctl", action, "-D", data().toString());
        command.addAll(List.of(options));
        execute(command);
    }

    private void execute(List<String> command) throws IOException, InterruptedException {
        Path output = layout.log(name() + "-tools");
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        if (!tool.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            tool.destroy();
            throw new IllegalStateException("'%s' failed; see %s".formatted(String.join(" ", command), output));
        }
    }

    private void remember() throws IOException {
        List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
        process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (process.isPresent()) {
            children.record(name(), process.get(), "INT");
        }
    }

    private Path data() {
        return layout.data(name());
    }
}
