package org.candor.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What differs from PostgreSQL's own defaults. */
final class PostgresSettings {

    // This setting is read before the server knows names of time zones, and Z is one.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private PostgresSettings() {}

    /** Written anew before each start. */
    static void write(Path data, int port, Optional<WalArchive> archive) throws IOException {
        Files.writeString(data.resolve("candor.conf"), text(port, archive));
    }

    /** For a server that is made from a back-up and its log; {@code until} empty means to the log's end. */
    static void writeForRecovery(Path data, int port, WalArchive from, Optional<Instant> until, boolean archiving)
            throws IOException {
        String recovery = "restore_command = '%s'\nrecovery_target_timeline = 'latest'\n".formatted(from.fetch());
        String target = until.map(MOMENT::format)
                .map("recovery_target_time = '%s'\nrecovery_target_action = 'promote'\n"::formatted)
                .orElse("");
        Files.writeString(
                data.resolve("candor.conf"),
                text(port, archiving ? Optional.of(from) : Optional.empty()) + recovery + target);
    }

    private static String text(int port, Optional<WalArchive> archive) {
        return """
            # Written by the launcher at every start.
            port = %d
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            # An acknowledged report survives a power cut.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # Five services with their pools, and a little memory for each.
            max_connections = 200
            shared_buffers = 64MB
            # No statement and no row ever stands in the log: they could hold health information.
            log_statement = 'none'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            # Always on, so that a back-up can begin without a restart; ':' keeps nothing.
            archive_mode = on
            archive_command = '%s'
            # At most so much is lost with the disk of the server.
            archive_timeout = 30s
            """.formatted(port, archive.map(WalArchive::keep).orElse(":"));
    }
}
