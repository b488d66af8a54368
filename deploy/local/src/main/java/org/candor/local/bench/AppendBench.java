package org.candor.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.local.ServiceName;

/**
 * {@code bench-append}: events a second from Kafka to the signed checkpoint that covers them, against INSERTs of 500 rows of as
 * many bytes, each a transaction, by one client on the same server.
 */
final class AppendBench {

    private static final String NAME = "bench-append";
    // Enough that the pause between two checkpoints hardly counts.
    private static final int EVENTS = 100_000;
    private static final int ROWS = 500;
    private static final int ROUNDS = 5;
    private static final double FLOOR = 0.15;

    private final TestBed bed;

    AppendBench(TestBed bed) {
        this.bed = bed;
    }

    List<Measurement> run() throws Exception {
        try (TrailFeed feed = new TrailFeed(bed.stack().kafka(), bed.connect(ServiceName.AUDIT));
                // The trail's user can't create a table; this database belongs to its user and nobody else is in it.
                Connection raw = bed.connect(ServiceName.BREACH)) {
            feed.perSecond(ROWS);
            int length = feed.entryLength();
            createTable(raw);
            Slices slices = Slices.interleaved(ROUNDS, () -> feed.perSecond(EVENTS), () -> rowsPerSecond(raw, length));
            return List.of(Measurement.atLeast(FLOOR, NAME, "events a second under a signed checkpoint", slices));
        }
    }

    private static void createTable(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("create table if not exists bench_entry (id uuid primary key, bytes bytea not null)");
        }
    }

    private static double rowsPerSecond(Connection raw, int length) throws SQLException {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        byte[][] all = new byte[ROWS][];
        Arrays.fill(all, bytes);
        long begin = System.nanoTime();
        try (PreparedStatement insert = raw.prepareStatement(
                "insert into bench_entry (id, bytes) select * from unnest(cast(? as uuid[]), cast(? as bytea[]))")) {
            for (int done = 0; done < EVENTS; done += ROWS) {
                Object[] ids = Stream.generate(UUID::randomUUID).limit(ROWS).toArray();
                insert.setArray(1, raw.createArrayOf("uuid", ids));
                insert.setArray(2, raw.createArrayOf("bytea", all));
                insert.executeUpdate();
            }
        }
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }
}
