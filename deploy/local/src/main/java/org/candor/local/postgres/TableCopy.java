package org.candor.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Fills the tables of a database whose schema was just made from another one with the same schema. */
final class TableCopy {

    private static final String HISTORY =
            "select coalesce(version, '') || ' ' || script || ' ' || checksum from flyway_schema_history"
                    + " where success order by 1";

    private static final String TABLES = """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
           and c.relname <> 'flyway_schema_history'
         order by 1
        """;

    /** A generated column is not copied: it comes out the same. */
    private static final String COLUMNS = """
        select string_agg(format('%I', attname), ', ' order by attnum) from pg_attribute
         where attrelid = cast(cast(? as text) as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
        """;

    private static final String SEQUENCES = """
        select format('%I.%I', schemaname, sequencename), last_value from pg_sequences where last_value is not null
        """;

    private final Connection from;
    private final Connection to;

    TableCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** All tables or none, as they stood at one moment. */
    void run() throws SQLException {
        requireSameSchema();
        from.setAutoCommit(false);
        from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        to.setAutoCommit(false);
        try (Statement statement = to.createStatement()) {
            // Neither foreign keys nor triggers: the rows have passed them once, and come in any order.
            statement.execute("set local session_replication_role = replica");
            for (String table : texts(from, TABLES)) {
                emptyOfWhatMigrationsPutThere(statement, table);
                copy(table);
            }
        }
        copySequences();
        to.commit();
        from.rollback();
    }

    private void requireSameSchema() throws SQLException {
        if (!texts(from, HISTORY).equals(texts(to, HISTORY))) {
            throw new IllegalArgumentException("""
                The back-up is of another version of this service, whose tables differ. Check out the version that made it, \
                restore with that, and upgrade then.\
                """);
        }
    }

    private static void emptyOfWhatMigrationsPutThere(Statement statement, String table) throws SQLException {
        boolean filled;
        try (ResultSet rows = statement.executeQuery("select 1 from %s limit 1".formatted(table))) {
            filled = rows.next();
        }
        if (filled) {
            statement.execute("truncate %s cascade".formatted(table));
        }
    }

    private void copy(String table) throws SQLException {
        String columns = columns(table);
        CopyManager source = from.unwrap(PGConnection.class).getCopyAPI();
        CopyManager target = to.unwrap(PGConnection.class).getCopyAPI();
        CopyOut out = source.copyOut("copy %s (%s) to stdout (format binary)".formatted(table, columns));
        CopyIn in = target.copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
    }

    private String columns(String table) throws SQLException {
        try (PreparedStatement statement = from.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void copySequences() throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES);
                PreparedStatement set = to.prepareStatement("select setval(cast(cast(? as text) as regclass), ?)")) {
            while (rows.next()) {
                set.setString(1, rows.getString(1));
                set.setLong(2, rows.getLong(2));
                set.execute();
            }
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
