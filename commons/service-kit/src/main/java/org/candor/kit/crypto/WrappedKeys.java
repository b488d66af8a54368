package org.candor.kit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The two tables that hold wrapped keys, and a batch of either wrapped anew. */
enum WrappedKeys {
    OF_INCIDENTS("vault.data_key", "incident_id", "uuid", new UUID(0, 0).toString(), "incident/"),
    OF_THE_INSTALLATION("vault.installation_key", "name", "text", "", "");

    private static final Logger LOG = Logger.getLogger(WrappedKeys.class);

    private final String next;
    private final String put;
    private final String first;
    private final String ownerPrefix;

    WrappedKeys(String table, String id, String type, String first, String ownerPrefix) {
        this.next = """
                select %2$s::text as id, wrapped from %1$s
                 where %2$s > $1::text::%3$s and substring(wrapped from 1 for %4$d) <> $2
                 order by %2$s limit $3 for update skip locked
                """.formatted(table, id, type, MasterKey.PREFIX_BYTES);
        this.put = "update %s set wrapped = $2 where %s = $1::text::%s".formatted(table, id, type);
        this.first = first;
        this.ownerPrefix = ownerPrefix;
    }

    /**
     * What a batch came to.
     *
     * @param last where the next one begins; empty when this was the last
     * @param unreadable how many it had to leave as they were
     */
    record Batch(String last, long unreadable) {

        boolean wasLast() {
            return last.isEmpty();
        }
    }

    private record Anew(String id, byte[] wrapped) {}

    /** Where the first batch begins. */
    String first() {
        return first;
    }

    /** One transaction. A replica that does the same meanwhile is passed by, and a key that is destroyed meanwhile stays so. */
    Uni<Batch> wrapAnew(Pool pool, Keyset keyset, String after, int size) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(next)
                .execute(Tuple.of(after, Buffer.buffer(keyset.primary().prefix()), size))
                .chain(rows -> put(connection, rows, keyset, size)));
    }

    private Uni<Batch> put(SqlConnection connection, RowSet<Row> rows, Keyset keyset, int size) {
        List<Anew> anew = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> anew(row, keyset))
                .flatMap(List::stream)
                .toList();
        String last = rows.size() < size ? "" : lastOf(rows);
        Batch batch = new Batch(last, rows.size() - anew.size());
        if (anew.isEmpty()) {
            return Uni.createFrom().item(batch);
        }
        return connection
                .preparedQuery(put)
                .executeBatch(anew.stream()
                        .map(one -> Tuple.of(one.id(), Buffer.buffer(one.wrapped())))
                        .toList())
                .replaceWith(batch);
    }

    private List<Anew> anew(Row row, Keyset keyset) {
        String id = row.getString("id");
        byte[] owner = (ownerPrefix + id).getBytes(UTF_8);
        try {
            byte[] key = keyset.unwrap(row.getBuffer("wrapped").getBytes(), owner);
            return List.of(new Anew(id, keyset.wrap(key, owner)));
        } catch (RuntimeException unreadable) {
            LOG.warnf("the key of %s%s cannot be opened, and is left as it is", ownerPrefix, id);
            return List.of();
        }
    }

    private static String lastOf(RowSet<Row> rows) {
        String last = "";
        for (Row row : rows) {
            last = row.getString("id");
        }
        return last;
    }
}
