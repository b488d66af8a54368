package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** The rows of reminders. Call inside a session. */
@ApplicationScoped
class Reminders {

    private static final String ADD = """
            insert into reminder (id, entity_id, title_en, body_en, title_es, body_es, roles, departments, starts_on, every_days, ends_on,
                                  state, author, next_on, created_at, kind, every_months, version)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'DRAFT', ?12, ?9, ?13, ?14, ?15, 1)
            """;

    private static final String CHANGE = """
            update reminder set title_en = ?3, body_en = ?4, title_es = ?5, body_es = ?6, roles = ?7, departments = ?8, starts_on = ?9,
                   every_days = ?10, ends_on = ?11, next_on = ?9, author = ?12, kind = ?13, every_months = ?14, version = version + 1
             where id = ?1 and version = ?2 and state = 'DRAFT'
            """;

    private static final String APPROVE = """
            update reminder set state = 'APPROVED', approver = ?3, approved_at = ?4, version = version + 1
             where id = ?1 and version = ?2 and state = 'DRAFT'
            """;

    private static final String END = """
            update reminder set state = 'ENDED', version = version + 1 where id = ?1 and version = ?2 and state = 'APPROVED'
            """;

    private static final String COLUMNS = """
            select id, entity_id, title_en, body_en, title_es, body_es, roles, departments, starts_on, every_days, ends_on, state, author,
                   approver, approved_at, version, kind, every_months
              from reminder
             where (?1 = '*' or entity_id = any (string_to_array(?1, ',')))
            """;

    /** Reminders whose next issue has come on the local day of their entity. */
    private static final String COME = """
            select r.id, cast(timezone(coalesce(e.time_zone, 'Etc/UTC'), cast(?1 as timestamptz)) as date),
                   coalesce(e.time_zone, 'Etc/UTC')
              from reminder r left join legal_entity e on e.entity_id = r.entity_id
             where r.state = 'APPROVED'
               and r.next_on <= cast(timezone(coalesce(e.time_zone, 'Etc/UTC'), cast(?1 as timestamptz)) as date)
             order by r.next_on limit 50 for update of r skip locked
            """;

    private static final String ISSUE = """
            insert into reminder_issue (id, reminder_id, number, issued_on) values (?1, ?2, ?3, ?4)
            on conflict (reminder_id, number) do nothing
            """;

    /** @param zone of the entity, in which today is counted */
    record Come(UUID id, LocalDate today, String zone) {}

    Uni<Integer> add(UUID id, ReminderRequest request, String author, Instant now) {
        return Sql.update(
                ADD,
                id,
                request.entityId(),
                request.english().title(),
                request.english().body(),
                request.spanish().title(),
                request.spanish().body(),
                String.join("|", request.roles()),
                String.join("|", request.departments()),
                request.startsOn(),
                request.everyDays(),
                request.endsOn(),
                author,
                now,
                request.kind(),
                request.everyMonths());
    }

    Uni<Integer> change(UUID id, long version, ReminderRequest request, String author) {
        return Sql.update(
                CHANGE,
                id,
                version,
                request.english().title(),
                request.english().body(),
                request.spanish().title(),
                request.spanish().body(),
                String.join("|", request.roles()),
                String.join("|", request.departments()),
                request.startsOn(),
                request.everyDays(),
                request.endsOn(),
                author,
                request.kind(),
                request.everyMonths());
    }

    Uni<Integer> approve(UUID id, long version, String approver, Instant now) {
        return Sql.update(APPROVE, id, version, approver, now);
    }

    Uni<Integer> end(UUID id, long version) {
        return Sql.update(END, id, version);
    }

    Uni<Optional<ReminderView>> find(UUID id, String entities) {
        return Sql.rows(Object[].class, COLUMNS + " and id = ?2", entities, id)
                .map(rows -> rows.stream().findFirst().map(Reminders::view));
    }

    /** The reminder of that issue. */
    Uni<Optional<ReminderView>> ofIssue(UUID issueId, String entities) {
        return Sql.rows(
                        Object[].class,
                        COLUMNS + " and id = (select reminder_id from reminder_issue where id = ?2)",
                        entities,
                        issueId)
                .map(rows -> rows.stream().findFirst().map(Reminders::view));
    }

    /** Ids are in the order in which they were given. */
    Uni<List<ReminderView>> page(String entities, UUID after, int limit) {
        return Sql.rows(Object[].class, COLUMNS + " and id > ?2 order by id limit ?3", entities, after, limit)
                .map(rows -> rows.stream().map(Reminders::view).toList());
    }

    Uni<List<Come>> come(Instant now) {
        return Sql.rows(Object[].class, COME, now)
                .map(rows -> rows.stream()
                        .map(row -> new Come((UUID) row[0], (LocalDate) row[1], (String) row[2]))
                        .toList());
    }

    Uni<Integer> issue(UUID issueId, UUID id, int number, LocalDate day) {
        return Sql.update(ISSUE, issueId, id, number, day);
    }

    /** Whoever changes its list of readers has to have seen it. */
    Uni<Integer> touch(UUID id, long version) {
        return Sql.update("update reminder set version = version + 1 where id = ?1 and version = ?2", id, version);
    }

    Uni<Integer> next(UUID id, LocalDate day) {
        return Sql.update("update reminder set next_on = ?2 where id = ?1", id, day);
    }

    static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|"));
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static ReminderView view(Object[] row) {
        return new ReminderView(
                (UUID) row[0],
                (String) row[1],
                (String) row[16],
                new ReminderRequest.Text((String) row[2], (String) row[3]),
                new ReminderRequest.Text((String) row[4], (String) row[5]),
                list((String) row[6]),
                list((String) row[7]),
                (LocalDate) row[8],
                ((Number) row[9]).intValue(),
                ((Number) row[17]).intValue(),
                (LocalDate) row[10],
                (String) row[11],
                (String) row[12],
                (String) row[13],
                instant(row[14]),
                ((Number) row[15]).longValue());
    }
}
