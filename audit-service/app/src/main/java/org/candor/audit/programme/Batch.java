package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.EventJson;

/** Adds many rows of one legal entity by one statement, which gets them as JSON. Call inside a transaction. */
public final class Batch {

    private Batch() {}

    /**
     * Answers the ids of those that were new.
     *
     * @param sql takes the rows as {@code ?1}, then the entity, who adds them and when; returns the ids
     * @param row makes a row's columns of its place in the list and of what it holds
     */
    public static <T> Uni<Set<UUID>> add(
            String sql, List<T> rows, BiFunction<Integer, T, Record> row, String entityId, String by, Instant now) {
        List<Record> given = IntStream.range(0, rows.size())
                .mapToObj(place -> row.apply(place, rows.get(place)))
                .toList();
        return Sql.rows(UUID.class, sql, EventJson.write(given), entityId, by, now)
                .map(Set::copyOf);
    }
}
