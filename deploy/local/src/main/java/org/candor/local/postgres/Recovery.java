package org.candor.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.Trees;
import org.candor.local.keys.Keys;
import org.candor.local.process.Children;

/** A server made from a back-up and the log that was archived since; it runs until it is closed. */
public final class Recovery implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String NAME = "restore-postgres";

    private final PgCtl control;
    private final Superuser superuser;
    private final Children children;

    private Recovery(PgCtl control, Superuser superuser, Children children) {
        this.control = control;
        this.superuser = superuser;
        this.children = children;
    }

    /**
     * Returns when the server has applied the whole log, or that until the instant, and takes changes.
     *
     * @param data a folder that is made anew
     * @param archiving whether it goes on with the archive's history; a server that is only read from does not
     */
    public static Recovery begin(
            Path programs,
            Layout layout,
            Path base,
            WalArchive archive,
            Path data,
            Optional<Instant> until,
            boolean archiving,
            Children children)
            throws Exception {
        PostgresBinaries binaries = new PostgresBinaries(programs);
        binaries.unpack();
        Trees.delete(data);
        BaseCopy.putBack(base, data);
        int port = Ports.free().of(Ports.POSTGRES);
        PostgresSettings.writeForRecovery(data, port, archive, until, archiving);
        PgCtl control = new PgCtl(binaries, data, layout.log("restore"));
        ProcessHandle server = control.start(layout.log(NAME));
        children.record(NAME, server, "INT");
        Recovery recovery = new Recovery(control, new Superuser(port, new Keys(layout.keys())), children);
        try {
            recovery.awaitEnd(server);
            return recovery;
        } catch (Exception e) {
            server.destroy();
            throw new IllegalStateException(
                    "PostgreSQL could not be brought back from %s: %s. See %s"
                            .formatted(base, e.getMessage(), layout.log(NAME)),
                    e);
        }
    }

    public Superuser superuser() {
        return superuser;
    }

    private void awaitEnd(ProcessHandle server) throws Exception {
        try (Connection connection = superuser.connect(Superuser.NAME);
                Statement statement = connection.createStatement()) {
            while (isRecovering(statement)) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("its server has ended");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean isRecovering(Statement statement) throws Exception {
        try (ResultSet rows = statement.executeQuery("select pg_is_in_recovery()")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Ends the server in order. */
    @Override
    public void close() throws IOException {
        try {
            control.stop();
            children.forget(NAME);
        } catch (InterruptedException e) {
            // The record of the server stays, and whoever starts next ends it.
            Thread.currentThread().interrupt();
        }
    }
}
