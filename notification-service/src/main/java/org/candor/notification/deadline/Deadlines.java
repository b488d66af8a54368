package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** The rows of the board. Days are counted in the zone of the deadline's entity. Call inside a session. */
@ApplicationScoped
class Deadlines {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

    private static final String PUT = """
            insert into deadline as d (deadline_id, incident_id, entity_id, kind, title, due_on, due_at, zone, role, citation, state,
                                  days_late, note, drill, ends_at, service, changed_at, revision, look_at)
            select cast(?1 as uuid), nullif(cast(?2 as uuid), '00000000-0000-0000-0000-000000000000'), ?3, ?4, ?5,
                   nullif(cast(?6 as date), '0001-01-01'), nullif(cast(?7 as timestamptz), '1970-01-01T00:00:00Z'), ?8, ?9, ?10,
                   'OPEN', 0, '', cast(?11 as boolean), cast(?12 as timestamptz), ?13, cast(?14 as timestamptz), 0,
                   cast(?14 as timestamptz)
            on conflict (deadline_id) do update
               set incident_id = excluded.incident_id, entity_id = excluded.entity_id, kind = excluded.kind,
                   title = excluded.title, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
                   role = excluded.role, citation = excluded.citation, state = 'OPEN', met_on = null, days_late = 0, note = '',
                   drill = excluded.drill, ends_at = excluded.ends_at, service = excluded.service, proof_event = null,
                   look_at = excluded.look_at, changed_at = excluded.changed_at, revision = d.revision + 1
            """;

    private static final String MET = """
            update deadline set state = 'MET', met_on = ?2, days_late = ?3, proof_event = ?4, changed_at = ?5, revision = revision + 1
             where deadline_id = ?1
            """;

    private static final String CANCELLED = """
            update deadline set state = 'CANCELLED', note = ?2, proof_event = ?3, changed_at = ?4, revision = revision + 1
             where deadline_id = ?1
            """;

    private static final String BOARD = "select " + Deadline.COLUMNS + """
              from deadline
             where ((incident_id is not null and incident_visible(incident_id, ?1, ?2))
                 or (incident_id is null and (?2 = '*' or entity_id = any (string_to_array(?2, ',')))))
               and (?3 = 'ALL' or state = ?3)
               and (?4 = '' or role = ?4)
               and drill = ?5
               and (?6 = '' or kind = ?6)
               and (?7 = '' or entity_id = ?7)
               and (?8 = '' or service = ?8)
               and (cast(?9 as uuid) = '00000000-0000-0000-0000-000000000000' or incident_id = cast(?9 as uuid))
               and (?10 = 'ANY' or (?10 = 'LATE') = case when state <> 'OPEN' then days_late > 0
                                                         when due_at is null then ends_at <= cast(?11 as timestamptz)
                                                         else ends_at < cast(?11 as timestamptz) end)
               and coalesce(due_on, cast(due_at at time zone zone as date)) between cast(?12 as date) and cast(?13 as date)
               and changed_at >= cast(?14 as timestamptz)
               and (ends_at, deadline_id) > (cast(?15 as timestamptz), cast(?16 as uuid))
               and (?18 = '' or (?18 = 'PROGRAMME') =
            """ + Deadline.PROGRAMME + """
            )
             order by ends_at, deadline_id
             limit ?17
            """;

    private final Clock clock;

    Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** Whoever reads: his subject, and his entities as {@code incident_visible} takes them. */
    record Reader(String person, String entities) {}

    Uni<Integer> put(DeadlineSet set, Envelope envelope) {
        return Sql.update(
                PUT,
                set.deadlineId(),
                set.incidentId() == null ? NO_ID : set.incidentId(),
                text(set.entityId()),
                set.kind(),
                set.title(),
                set.dueOn() == null ? NO_DAY : set.dueOn(),
                set.dueAt() == null ? Instant.EPOCH : set.dueAt(),
                set.zone(),
                set.role().name(),
                text(set.citation()),
                envelope.drill(),
                end(set),
                envelope.source().replace("/", ""),
                clock.instant());
    }

    Uni<Integer> met(DeadlineMet met, Envelope envelope) {
        return Sql.update(MET, met.deadlineId(), met.metOn(), met.daysLate(), envelope.id(), clock.instant());
    }

    Uni<Integer> cancelled(DeadlineCancelled cancelled, Envelope envelope) {
        return Sql.update(CANCELLED, cancelled.deadlineId(), text(cancelled.reason()), envelope.id(), clock.instant());
    }

    Uni<List<Deadline>> board(Reader reader, DeadlineFilter filter, Cursor after, int limit) {
        return Sql.rows(
                        Object[].class,
                        BOARD,
                        reader.person(),
                        reader.entities(),
                        filter.stateName(),
                        filter.roleName(),
                        filter.drill,
                        text(filter.kind),
                        text(filter.entityId),
                        text(filter.service),
                        filter.incidentId == null ? NO_ID : filter.incidentId,
                        filter.lateness(),
                        clock.instant(),
                        filter.from(),
                        filter.until(),
                        filter.since(),
                        after.at(),
                        after.id(),
                        limit,
                        filter.natureName())
                .map(rows -> rows.stream().map(Deadline::of).toList());
    }

    /** When the duty becomes late; an unknown zone is refused here and not by every later reading of the board. */
    private static Instant end(DeadlineSet set) {
        ZoneId zone = ZoneId.of(set.zone());
        return set.dueAt() == null ? set.dueOn().plusDays(1).atStartOfDay(zone).toInstant() : set.dueAt();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
