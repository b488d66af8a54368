package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Reads the duties of all breaches that the caller may see, those that are due first first. */
@ApplicationScoped
class DutyReading {

    private static final String LIST = """
            select obligation_id, incident_id, entity_id, drill, kind, jurisdiction, recipient, citation, target, due,
                   held_until, completed_on, days_late
              from obligation where incident_visible(incident_id, ?1, ?2)
            """;

    private final AccessLog accesses;
    private final Caller caller;

    DutyReading(AccessLog accesses, Caller caller) {
        this.accesses = accesses;
        this.caller = caller;
    }

    Uni<Page<DutyLine>> page(DutyFilter filter, Optional<Cursor> after) {
        StringBuilder sql = new StringBuilder(LIST);
        List<Object> values = new ArrayList<>(List.of(caller.subject(), caller.entitiesFilter()));
        filter.addTo(sql, values);
        after.ifPresent(cursor -> {
            values.add(LocalDate.ofInstant(cursor.at(), ZoneOffset.UTC));
            values.add(cursor.id());
            sql.append(" and (due, obligation_id) > (?%d, ?%d)".formatted(values.size() - 1, values.size()));
        });
        values.add(filter.limit + 1);
        sql.append(" order by due, obligation_id limit ?").append(values.size());
        return Transactions.run(() -> Sql.rows(Object[].class, sql.toString(), values.toArray())
                .map(rows ->
                        Page.of(rows.stream().map(DutyLine::of).toList(), filter.limit, line -> line, DutyLine::cursor))
                .call(page -> accesses.list(
                        "list-obligations",
                        filter.inWords(),
                        page.items().stream()
                                .map(DutyLine::incidentId)
                                .distinct()
                                .toList())));
    }
}
