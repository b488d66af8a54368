package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;

/** The board. Days are counted in the zone of the deadline's entity. */
@ApplicationScoped
class Deadlines {

    private static final UUID NO_INCIDENT = new UUID(0, 0);
    private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

    private static final String PUT = """
            insert into deadline (deadline_id, incident_id, entity_id, kind, title, due_on, due_at, zone, role, citation, state,
                                  days_late, note, drill)
            select cast(?1 as uuid), nullif(cast(?2 as uuid), '00000000-0000-0000-0000-000000000000'), ?3, ?4, ?5,
                   nullif(cast(?6 as date), '0001-01-01'), nullif(cast(?7 as timestamptz), '1970-01-01T00:00:00Z'), ?8, ?9, ?10,
                   'OPEN', 0, '', cast(?11 as boolean)
            on conflict (deadline_id) do update
               set incident_id = excluded.incident_id, entity_id = excluded.entity_id, kind = excluded.kind,
                   title = excluded.title, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
                   role = excluded.role, citation = excluded.citation, state = 'OPEN', met_on = null, days_late = 0, note = '',
                   drill = excluded.drill
            """;

    private static final String BOARD = """
            select deadline_id, incident_id, entity_id, kind, title, due_on, due_at, zone, role, citation, state, met_on, days_late,
                   drill
              from deadline
             where ((incident_id is not null and incident_visible(incident_id, ?1, ?2))
                 or (incident_id is null and (?2 = '*' or entity_id = any (string_to_array(?2, ',')))))
               and (?3 = 'ALL' or state = ?3)
               and (?4 = '' or role = ?4)
               and drill = ?5
             order by coalesce(due_on, cast(due_at as date)), due_at nulls last, deadline_id
             limit 2000
            """;

    private final Caller caller;
    private final Clock clock;

    Deadlines(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Integer> put(DeadlineSet set, boolean drill) {
        return Sql.update(
                PUT,
                set.deadlineId(),
                set.incidentId() == null ? NO_INCIDENT : set.incidentId(),
                text(set.entityId()),
                set.kind(),
                set.title(),
                set.dueOn() == null ? NO_DAY : set.dueOn(),
                set.dueAt() == null ? Instant.EPOCH : set.dueAt(),
                set.zone(),
                set.role().name(),
                text(set.citation()),
                drill);
    }

    Uni<Integer> met(DeadlineMet met) {
        return Sql.update(
                "update deadline set state = 'MET', met_on = ?2, days_late = ?3 where deadline_id = ?1",
                met.deadlineId(),
                met.metOn(),
                met.daysLate());
    }

    Uni<Integer> cancelled(DeadlineCancelled cancelled) {
        return Sql.update(
                "update deadline set state = 'CANCELLED', note = ?2 where deadline_id = ?1",
                cancelled.deadlineId(),
                text(cancelled.reason()));
    }

    /** @param drill true for the deadlines of exercises alone, false for the real ones alone */
    Uni<List<DeadlineView>> board(String state, OfficerRole role, boolean drill) {
        return Transactions.read(() -> Sql.rows(
                        Object[].class,
                        BOARD,
                        caller.subject(),
                        caller.entitiesFilter(),
                        state,
                        role == null ? "" : role.name(),
                        drill))
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private DeadlineView view(Object[] row) {
        ZoneId zone = ZoneId.of((String) row[7]);
        LocalDate dueOn = (LocalDate) row[5];
        Instant dueAt = row[6] instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) row[6];
        LocalDate day = dueOn == null ? LocalDate.ofInstant(dueAt, zone) : dueOn;
        Instant now = clock.instant();
        boolean open = row[10].equals("OPEN");
        long daysLeft = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), day);
        long daysLate = ((Number) row[12]).longValue();
        boolean late = open ? (dueAt == null ? daysLeft < 0 : now.isAfter(dueAt)) : daysLate > 0;
        return new DeadlineView(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                day,
                dueAt,
                zone.getId(),
                OfficerRole.valueOf((String) row[8]).tokenRole(),
                (String) row[9],
                (String) row[10],
                open ? daysLeft : null,
                late,
                (LocalDate) row[11],
                (Boolean) row[13]);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
