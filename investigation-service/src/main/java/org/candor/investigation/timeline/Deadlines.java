package org.candor.investigation.timeline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.kit.data.Sql;

/** The deadlines that this service has announced, for timelines and worklists. Notification counts them down. */
@ApplicationScoped
public class Deadlines {

    private static final String SET = """
            insert into case_deadline (deadline_id, incident_id, kind, title, due_on, due_at, zone, role)
            values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as date), cast(nullif(?6, '') as timestamptz), ?7, ?8)
            on conflict (deadline_id) do update
               set title = excluded.title, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
                   role = excluded.role, met_on = null, cancelled = false
            """;

    private static final String MET = "update case_deadline set met_on = ?2 where deadline_id = ?1";
    private static final String CANCELLED = "update case_deadline set cancelled = true where deadline_id = ?1";

    private static final String OF = """
            select deadline_id, kind, title, due_on, due_at, met_on, cancelled
              from case_deadline where incident_id = ?1
             order by coalesce(cast(due_on as timestamptz), due_at), deadline_id
            """;

    /** @param dueOn a calendar day of the entity; empty for duties counted in hours, which have {@code dueAt} */
    public record Deadline(
            UUID id,
            String kind,
            String title,
            Optional<LocalDate> dueOn,
            Optional<Instant> dueAt,
            Optional<LocalDate> metOn,
            boolean cancelled) {}

    /** Keeps what these events say of deadlines. Call in the transaction that publishes them. */
    public Uni<Void> note(List<? extends CaseEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .filter(DeadlineEvent.class::isInstance)
                .onItem()
                .transformToUniAndConcatenate(event -> note((DeadlineEvent) event))
                .onItem()
                .ignoreAsUni();
    }

    public Uni<List<Deadline>> of(UUID incidentId) {
        return Sql.rows(Object[].class, OF, incidentId)
                .map(rows -> rows.stream().map(Deadlines::deadline).toList());
    }

    private static Uni<Integer> note(DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet set ->
                Sql.update(
                        SET,
                        set.deadlineId(),
                        set.incidentId(),
                        set.kind(),
                        set.title(),
                        text(set.dueOn()),
                        text(set.dueAt()),
                        set.zone(),
                        set.role() == null ? "" : set.role().name());
            case DeadlineMet met -> Sql.update(MET, met.deadlineId(), met.metOn());
            case DeadlineCancelled cancelled -> Sql.update(CANCELLED, cancelled.deadlineId());
        };
    }

    private static Deadline deadline(Object[] row) {
        return new Deadline(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                Optional.ofNullable(row[3]).map(Deadlines::day),
                Optional.ofNullable(row[4]).map(Deadlines::instant),
                Optional.ofNullable(row[5]).map(Deadlines::day),
                (Boolean) row[6]);
    }

    /** Days and instants as the driver hands them over, whichever class it chooses. */
    public static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    public static Instant instant(Object value) {
        return switch (value) {
            case OffsetDateTime at -> at.toInstant();
            case Timestamp at -> at.toInstant();
            default -> (Instant) value;
        };
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
