package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/**
 * What falls due of the registers: who was listed, which roles there were and who had them, places, appointments, exceptions and
 * duties. What is in effect has no end yet; nobody finds a case against himself or what names an incident that he may not see.
 */
@ApplicationScoped
class RegisterRecords {

    private static final String DUE = """
            select o.register, o.record_id, o.number, o.entity_id, o.created_on, o.counted_from, o.place,
                   exists (select 1 from legal_hold h
                            where h.lifted_at is null
                              and (h.incident_id = o.incident_id
                                   or h.incident_id is null and h.entity_id = o.entity_id and h.from_on <= o.counted_from
                                      and (h.to_on is null or h.to_on >= o.created_on)))
              from programme.record_end o
             where (?1 = '*' or o.entity_id = any (string_to_array(?1, ',')))
               and o.against <> ?2 and (o.incident_id is null or incident_visible(o.incident_id, ?2, ?1))
               and o.counted_from <= ?3 and (o.counted_from, o.place) > (?4, ?5)
             order by o.counted_from, o.place limit ?6
            """;

    private static final Cursor FIRST =
            new Cursor(LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC).toInstant(), new UUID(0, 0));

    private final Standings standings;
    private final Caller caller;
    private final AccessLog accessLog;
    private final RetentionRule rule;

    RegisterRecords(Standings standings, Caller caller, AccessLog accessLog, RetentionRule rule) {
        this.standings = standings;
        this.caller = caller;
        this.accessLog = accessLog;
        this.rule = rule;
    }

    /** A record and its place in the order of what falls due. */
    record Placed(RegisterRecordView view, UUID place) {

        Cursor cursor() {
            return new Cursor(view.countedFrom().atStartOfDay(ZoneOffset.UTC).toInstant(), place);
        }
    }

    /** Up to {@code limit + 1}, what falls due first before the rest; without a day, within a year. */
    Uni<List<Placed>> page(Optional<LocalDate> until, Optional<Cursor> after, int limit) {
        Cursor from = after.orElse(FIRST);
        return Transactions.run(() -> standings
                .today("")
                .map(today -> until.orElse(today.plus(Period.ofYears(1))))
                .chain(day -> Sql.rows(
                                Object[].class,
                                DUE,
                                caller.entitiesFilter(),
                                caller.subject(),
                                rule.latestDue(day),
                                LocalDate.ofInstant(from.at(), ZoneOffset.UTC),
                                from.id(),
                                limit + 1)
                        .call(() -> accessLog.list("list-register-records-due", "until=" + day, List.of())))
                .map(rows -> rows.stream()
                        .map(row -> new Placed(RegisterRecordView.of(row, rule), (UUID) row[6]))
                        .toList()));
    }
}
