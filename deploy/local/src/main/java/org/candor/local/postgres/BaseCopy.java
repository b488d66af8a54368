package org.candor.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candor.local.Layout;
import org.candor.local.keys.Keys;

/**
 * A copy of a server's files while it works: PostgreSQL's low-level base back-up. What changes meanwhile is put right by the
 * log that is written from its begin to its end, so the copy is of all databases at one moment.
 */
public final class BaseCopy {

    /** Folders whose content a server makes anew, and which are there nevertheless. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "candor.conf");
    private static final List<String> TEMPORARY = List.of("pgsql_tmp", "pg_internal.init");
    private static final int LINE_OF_PORT = 3;
    private static final Pattern FIRST_SEGMENT = Pattern.compile("START WAL LOCATION: .*\\(file ([0-9A-F]{24})\\)");
    private static final int MOST_TRIES = 100;
    private static final long PAUSE_MILLIS = 100;

    private BaseCopy() {}

    /** Where the server of a stack listens; throws with a sentence for the user when none runs. */
    public static Superuser running(Layout layout) throws IOException {
        Path pid = layout.data("postgres").resolve("postmaster.pid");
        if (!Files.exists(pid)) {
            throw new IllegalArgumentException(
                    "Nothing runs on " + layout.root() + "; a back-up is taken while it does.");
        }
        int port = Integer.parseInt(Files.readAllLines(pid).get(LINE_OF_PORT).strip());
        return new Superuser(port, new Keys(layout.keys()));
    }

    /** Lets the running server archive there, and copies its files. Returns when all that the copy needs is in the archive. */
    public static void take(Superuser superuser, Layout layout, WalArchive archive, Path target) throws Exception {
        Path data = layout.data("postgres");
        try (Connection connection = superuser.connect(Superuser.NAME);
                Statement statement = connection.createStatement()) {
            archive.remember(layout);
            PostgresSettings.write(data, superuser.port(), WalArchive.of(layout));
            statement.execute("select pg_reload_conf()");
            awaitReload(statement, archive);
            statement.execute("select pg_backup_start('candor', true)");
            copy(data, target);
            // Waits for the archive, and not for ever when that can't be written.
            statement.execute("set statement_timeout = '5min'");
            try (ResultSet end = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                end.next();
                String label = end.getString(1);
                Files.writeString(target.resolve("backup_label"), label, StandardCharsets.UTF_8);
                requireArchived(label, archive);
            }
        }
    }

    private static void awaitReload(Statement statement, WalArchive archive) throws Exception {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try (ResultSet now = statement.executeQuery(
                    "select current_setting('archive_command'), current_setting('archive_mode')")) {
                now.next();
                if (now.getString(2).equals("off")) {
                    throw new IllegalArgumentException(
                            "This stack was started by an older version. Start it once more, then take the back-up.");
                }
                if (now.getString(1).equals(archive.keep())) {
                    return;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("The database server does not take its new configuration; see its log");
    }

    /** The label names the first segment that a restore needs. */
    private static void requireArchived(String label, WalArchive archive) {
        Matcher first = FIRST_SEGMENT.matcher(label);
        if (!first.find() || !Files.exists(archive.folder().resolve(first.group(1) + ".gz"))) {
            throw new IllegalStateException(
                    "The database's log was not archived from the begin on; take the back-up again");
        }
    }

    /** Puts a copy where a server can start from it. */
    static void putBack(Path copy, Path data) throws IOException {
        copy(copy, data);
        for (String folder : EMPTY) {
            Files.createDirectories(data.resolve(folder));
        }
        for (String folder : List.of("pg_wal/archive_status", "pg_tblspc", "pg_twophase", "pg_commit_ts")) {
            Files.createDirectories(data.resolve(folder));
        }
        Files.createFile(data.resolve("recovery.signal"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isTemporary(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return EMPTY.contains(from.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isTemporary(file)
                        && !LEFT_OUT.contains(from.relativize(file).toString())) {
                    copyUnlessGone(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** A table that was dropped meanwhile is dropped again by the log. */
    private static void copyUnlessGone(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(target);
        }
    }

    private static boolean isTemporary(Path path) {
        String name = path.getFileName().toString();
        return TEMPORARY.stream().anyMatch(name::startsWith);
    }
}
