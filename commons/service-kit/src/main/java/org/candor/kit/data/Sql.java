package org.candor.kit.data;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** SQL inside the current session, with positional parameters {@code ?1, ?2, …}; none of them may be null. */
public final class Sql {

    private Sql() {}

    /** Runs a changing statement and answers the number of rows. */
    public static Uni<Integer> update(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session ->
                        bind(session.createNativeQuery(sql), parameters).executeUpdate());
    }

    /** Runs a query; a row of one column is that value, else an {@code Object[]}. */
    public static <T> Uni<List<T>> rows(Class<T> rowType, String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> bindSelection(session.createNativeQuery(sql, rowType), parameters)
                        .getResultList());
    }

    /** A time stamp as a row of columns brings it. */
    public static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    private static <T> Mutiny.Query<T> bind(Mutiny.Query<T> query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    private static <T> Mutiny.SelectionQuery<T> bindSelection(Mutiny.SelectionQuery<T> query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
