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

    private final PostgresBinaries binaries;
    private final PgCtl control;
    private final Layout layout;
    private final int port;
    private final Keys keys;
    private final Children children;
    private volatile Optional<ProcessHandle> process = Optional.empty();

    public Postgres(Path binaries, Layout layout, int port, Keys keys, Children children) {
        this.binaries = new PostgresBinaries(binaries);
        this.layout = layout;
        this.control = new PgCtl(this.binaries, layout.data(name()), layout.log(name() + "-tools"));
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
        PostgresSettings.write(data(), port, WalArchive.of(layout));
        LogFile.keepPrevious(log());
        ProcessHandle server = control.start(log());
        process = Optional.of(server);
        children.record(name(), server, "INT");
        Databases databases = new Databases(new Superuser(port, keys), keys);
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
            control.stop();
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
        Path password = keys.passwordFile(Superuser.NAME);
        control.execute(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + Superuser.NAME,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "include 'candor.conf'\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path data() {
        return layout.data(name());
    }
}
