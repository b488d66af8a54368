package org.candor.local.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One row of the same bytes per transaction, with a prepared statement on a connection of its own. */
final class RawInsert implements Load.Client, AutoCloseable {

    private static final byte[] BYTES = ReportClient.BODY.getBytes(StandardCharsets.UTF_8);

    private final Connection connection;
    private final PreparedStatement insert;

    RawInsert(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("insert into bench_raw (id, body) values (?, ?)");
    }

    static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_raw (id uuid primary key, body bytea not null)");
        }
    }

    @Override
    public void act() throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setBytes(2, BYTES);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
