package org.candor.investigation.readiness;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Rows turned into the arrays that one statement takes them from. */
final class Columns {

    private Columns() {}

    /** As texts; empty for what there is not. */
    static <R> String[] of(List<R> rows, Function<R, Object> column) {
        return rows.stream().map(row -> Objects.toString(column.apply(row), "")).toArray(String[]::new);
    }
}
