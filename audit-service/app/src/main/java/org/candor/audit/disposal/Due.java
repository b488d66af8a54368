package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.KnownRetention;
import org.candor.audit.retention.Retaining;
import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Origin;
import org.candor.kit.web.Cursor;

/** What falls due, and how the records of one incident stand. Exercises are in no report. */
@ApplicationScoped
class Due {

    private static final int ALL = 100_000;

    private static final String DUE = """
            select r.incident_id, r.entity_id, r.keep_through, r.reason,
                   exists (select 1 from legal_hold h
                            where h.lifted_at is null
                              and (h.incident_id = r.incident_id
                                   or h.incident_id is null and exists (
                                          select 1 from trail.entry e
                                           where e.incidents @> array[r.incident_id] and e.entity_id = h.entity_id
                                             and e.happened_at >= h.from_at
                                             and (h.to_at is null or e.happened_at < h.to_at)))) as on_hold,
                   d.state
              from retention r left join disposal d on d.incident_id = r.incident_id and d.state <> 'REFUSED'
             where not r.drill and r.keep_through <= ?3 and incident_visible(r.incident_id, ?1, ?2)
               and (d.state is null or d.state <> 'COMPLETED')
            """;

    private final Standings standings;
    private final Retaining retaining;
    private final Visibility visibility;
    private final Caller caller;
    private final AccessLog accessLog;
    private final Workers workers;

    Due(
            Standings standings,
            Retaining retaining,
            Visibility visibility,
            Caller caller,
            AccessLog accessLog,
            Workers workers) {
        this.standings = standings;
        this.retaining = retaining;
        this.visibility = visibility;
        this.caller = caller;
        this.accessLog = accessLog;
        this.workers = workers;
    }

    Uni<RetentionView> of(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .call(() -> accessLog.read("read-retention", incidentId))
                .chain(routing -> retaining
                        .find(incidentId)
                        .map(known -> known.orElse(unknown(routing.entityId(), routing.drill())))
                        .chain(known -> standings
                                .of(incidentId, routing.entityId())
                                .map(standing -> RetentionView.of(incidentId, known, standing)))));
    }

    /** Up to {@code limit + 1}, what falls due first before the rest; without a day, within a year. */
    Uni<List<DueItem>> page(Optional<LocalDate> until, Optional<Cursor> after, int limit) {
        return Transactions.run(() -> standings
                .today("")
                .map(today -> until.orElse(today.plus(Period.ofYears(1))))
                .chain(day -> rows(day, after, limit)
                        .call(found -> accessLog.list(
                                "list-records-due",
                                "until=" + day,
                                found.stream().map(DueItem::incidentId).toList()))));
    }

    Uni<String> csv(Optional<LocalDate> until) {
        return page(until, Optional.empty(), ALL).chain(items -> workers.run(() -> DueReport.csv(items)));
    }

    Uni<byte[]> xlsx(Optional<LocalDate> until) {
        return page(until, Optional.empty(), ALL).chain(items -> workers.run(() -> DueReport.xlsx(items)));
    }

    static Cursor cursor(DueItem item) {
        return new Cursor(item.keepThrough().atStartOfDay(ZoneOffset.UTC).toInstant(), item.incidentId());
    }

    private Uni<List<DueItem>> rows(LocalDate until, Optional<Cursor> after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(caller.subject(), caller.entitiesFilter(), until));
        StringBuilder sql = new StringBuilder(DUE);
        after.ifPresent(cursor -> {
            parameters.add(LocalDate.ofInstant(cursor.at(), ZoneOffset.UTC));
            parameters.add(cursor.id());
            sql.append(" and (r.keep_through, r.incident_id) > (?4, ?5)");
        });
        parameters.add(limit + 1);
        sql.append(" order by r.keep_through, r.incident_id limit ?").append(parameters.size());
        return Sql.rows(Object[].class, sql.toString(), parameters.toArray())
                .map(rows -> rows.stream().map(DueItem::of).toList());
    }

    private static KnownRetention unknown(String entityId, boolean drill) {
        return new KnownRetention(IncidentRetention.OPEN, Origin.system(entityId, drill), "");
    }
}
