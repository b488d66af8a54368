package org.candor.local.postgres;

/** What differs from PostgreSQL's own defaults. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String text(int port) {
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
                """.formatted(port);
    }
}
