package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.candor.kit.data.Sql;

/** The board's rows that have a place on the page of a month. Call inside a session. */
@ApplicationScoped
class Months {

    /** Whoever may not see an incident finds no duty of it; what belongs to none is its entity's. */
    private static final String ROWS = "select " + Deadline.COLUMNS + """
              from deadline
             where ((incident_id is not null and incident_visible(incident_id, ?1, ?2))
                 or (incident_id is null and (?2 = '*' or entity_id = any (string_to_array(?2, ',')))))
               and drill = ?3
               and (?4 = '' or role = ?4)
               and (?5 = '' or (?5 = 'PROGRAMME') =
            """ + Deadline.PROGRAMME + """
            )
               and (?6 = '' or kind = ?6)
               and (?7 = '' or entity_id = ?7)
               and ((state = 'OPEN' and ends_at <= cast(?8 as timestamptz))
                 or (state in ('OPEN', 'MET')
                     and coalesce(due_on, cast(due_at at time zone zone as date)) between cast(?9 as date) and cast(?10 as date))
                 or (state = 'MET' and met_on between cast(?9 as date) and cast(?10 as date)))
             order by ends_at, deadline_id
             limit ?11
            """;

    private static final String ZONE = """
            select time_zone from legal_entity
             where (?1 = '*' or entity_id = any (string_to_array(?1, ','))) and (?2 = '' or entity_id = ?2)
             order by entity_id limit 1
            """;

    private final Clock clock;

    Months(Clock clock) {
        this.clock = clock;
    }

    /** The month in which it is now; by UTC where no entity is known. */
    Uni<YearMonth> now(Deadlines.Reader reader, String entityId) {
        return Sql.rows(String.class, ZONE, reader.entities(), entityId)
                .map(zones -> zones.isEmpty() ? "Etc/UTC" : zones.getFirst())
                .map(zone -> YearMonth.from(clock.instant().atZone(ZoneId.of(zone))));
    }

    Uni<List<Deadline>> of(Deadlines.Reader reader, MonthFilter filter, YearMonth month, int limit) {
        Instant now = clock.instant();
        return Sql.rows(
                        Object[].class,
                        ROWS,
                        reader.person(),
                        reader.entities(),
                        filter.drill,
                        DeadlineFilter.roleName(filter.role),
                        filter.natureName(),
                        filter.kind == null ? "" : filter.kind,
                        filter.entityId == null ? "" : filter.entityId,
                        now,
                        month.atDay(1),
                        month.atEndOfMonth(),
                        limit)
                .map(rows -> rows.stream()
                        .map(Deadline::of)
                        .filter(duty -> duty.standing(month, now).isPresent())
                        .toList());
    }
}
