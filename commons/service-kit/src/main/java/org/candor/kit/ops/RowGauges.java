package org.candor.kit.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gauges of the columns of one row, which are named after them: {@code dead_letters} is shown as {@code candor_dead_letters}.
 * Whole numbers, never below zero. The query may ask for the time as {@code $1}.
 */
public final class RowGauges {

    private final Pool pool;
    private final Clock clock;
    private final String query;
    private final Map<String, AtomicLong> gauges = new HashMap<>();

    public RowGauges(String query, List<String> columns, Pool pool, Clock clock, MeterRegistry meters) {
        this.query = query;
        this.pool = pool;
        this.clock = clock;
        columns.forEach(column ->
                gauges.put(column, meters.gauge("candor." + column.replace('_', '.'), new AtomicLong())));
    }

    public Uni<Void> measure() {
        return Gauges.refresh(
                pool.preparedQuery(query).execute(Tuple.of(OffsetDateTime.now(clock))),
                rows -> set(rows.iterator().next()));
    }

    private void set(Row row) {
        gauges.forEach((column, gauge) -> gauge.set(Math.max(0, row.getLong(column))));
    }
}
