package org.candor.notification.roster;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.candor.notification.roster.RosterChunk.Row;

/** Rows as columns: a statement takes a thousand of them at once. */
final class RosterColumns {

    private RosterColumns() {}

    /**
     * Of every row its three indexes of 32 bytes and what is sealed, all in one value; then the ids, the numbers, where in that
     * value each row begins and how much of it is sealed, residence, language, method, reason and state.
     */
    static Stream<Object> of(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Integer[] begins = new Integer[rows.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = bytes.size() + 1;
            Row row = rows.get(i);
            Stream.of(row.external(), row.same(), row.address(), row.sealed()).forEach(bytes::writeBytes);
        }
        return Stream.of(
                bytes.toByteArray(),
                texts(rows, row -> row.id().toString()),
                rows.stream().map(Row::number).toArray(Long[]::new),
                begins,
                rows.stream().map(row -> row.sealed().length).toArray(Integer[]::new),
                texts(rows, Row::residence),
                texts(rows, Row::language),
                texts(rows, Row::method),
                texts(rows, Row::reason),
                texts(rows, Row::state));
    }

    private static String[] texts(List<Row> rows, Function<Row, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
