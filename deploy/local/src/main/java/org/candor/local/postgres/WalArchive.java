package org.candor.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.candor.local.Layout;

/**
 * A folder into which the server copies its write-ahead log, a compressed file per segment and one every half a minute at the
 * latest. What stands in it can be had back, whatever becomes of the server.
 */
public record WalArchive(Path folder) {

    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N} /_.+@,=:-]+");
    private static final Duration PAUSE = Duration.ofMillis(200);

    public WalArchive {
        folder = folder.toAbsolutePath().normalize();
        if (!SAFE.matcher(folder.toString()).matches()) {
            throw new IllegalArgumentException(
                    "The folder of a back-up has only letters, digits, spaces and / _ . + @ , = : - in its path, not "
                            + folder);
        }
    }

    /** The archive of a stack; empty before its first back-up, and when the folder is not there any more. */
    public static Optional<WalArchive> of(Layout layout) throws IOException {
        Path record = layout.archive();
        return Files.exists(record)
                ? Optional.of(new WalArchive(Path.of(Files.readString(record).strip())))
                        .filter(archive -> Files.isDirectory(archive.folder()))
                : Optional.empty();
    }

    /** From now on, and after each start, the stack's server archives here. */
    public void remember(Layout layout) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(layout.archive(), folder + "\n");
    }

    /** As PostgreSQL's {@code archive_command}: whole under its name and on the disk, or not there. */
    String keep() {
        String file = "\"" + folder + "/%f.gz\"";
        String draft = "\"" + folder + "/%f.draft\"";
        return "gzip -1 -c \"%p\" > " + draft + " && sync " + draft + " && mv " + draft + " " + file;
    }

    /** As its {@code restore_command}. */
    String fetch() {
        String file = "\"" + folder + "/%f.gz\"";
        return "test -f " + file + " && gzip -d -c " + file + " > \"%p\"";
    }

    /** Returns when all that was committed before the call is in the archive. */
    public void awaitAll(Superuser superuser, Duration atMost) throws Exception {
        try (Connection connection = superuser.connect(Superuser.NAME);
                Statement statement = connection.createStatement()) {
            // A mark, so that the segment is not empty: an empty one is not archived.
            String segment =
                    text(statement, "select pg_walfile_name(pg_logical_emit_message(false, 'candor', 'archive') - 1)");
            statement.execute("select pg_switch_wal()");
            Instant end = Instant.now().plus(atMost);
            while (!Files.exists(folder.resolve(segment + ".gz"))) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "The database's log does not arrive in " + folder + "; see the log of postgres");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
