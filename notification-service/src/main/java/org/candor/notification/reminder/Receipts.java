package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.kit.data.Sql;
import org.candor.notification.reminder.decision.Audience;

/** Issues, who is expected to read them and who has. Call inside a session. */
@ApplicationScoped
class Receipts {

    private static final String TO_READ = """
            select i.id, i.issued_on, r.title_en, r.body_en, r.title_es, r.body_es, r.roles, r.departments, p.read_at
              from reminder_issue i
              join reminder r on r.id = i.reminder_id
              left join reminder_receipt p on p.issue_id = i.id and p.person = ?2
             where (?1 = '*' or r.entity_id = any (string_to_array(?1, ','))) and r.state = 'APPROVED'
             order by p.read_at nulls first, i.issued_on desc, i.id
             limit 500
            """;

    private static final String READ = """
            insert into reminder_receipt (issue_id, person, read_at) values (?1, ?2, ?3)
            on conflict (issue_id, person) do nothing
            """;

    private static final String ISSUES = """
            select id, number, issued_on from reminder_issue where reminder_id = ?1 order by number desc limit 100
            """;

    /** The list that was given, and the directory's officers in the reminder's roles; of departments the directory knows nothing. */
    private static final String UNREAD = """
            select person from (
                   select person from reminder_reader where reminder_id = ?1
                   union
                   select o.person from officer o join reminder r on r.id = ?1
                    where o.entity_id = r.entity_id and o.active and r.departments = ''
                      and (r.roles = '' or o.role = any (string_to_array(?3, ',')))) expected
             where person not in (select person from reminder_receipt where issue_id = ?2)
             order by person
            """;

    private static final String EXPECT = """
            insert into reminder_reader (reminder_id, person)
            select ?1, person from unnest(cast(?2 as text[])) person on conflict do nothing
            """;

    /** One issue with the audience of its reminder. */
    record Addressed(Audience audience, ReminderView.ToRead issue) {}

    Uni<List<Addressed>> toRead(String entities, String person, boolean spanish) {
        return Sql.rows(Object[].class, TO_READ, entities, person)
                .map(rows -> rows.stream().map(row -> addressed(row, spanish)).toList());
    }

    Uni<Integer> read(UUID issueId, String person, Instant now) {
        return Sql.update(READ, issueId, person, now);
    }

    Uni<List<Object[]>> issues(UUID reminderId) {
        return Sql.rows(Object[].class, ISSUES, reminderId);
    }

    Uni<List<ReminderView.Receipt>> receipts(UUID issueId) {
        return Sql.rows(
                        Object[].class,
                        "select person, read_at from reminder_receipt where issue_id = ?1 order by read_at, person",
                        issueId)
                .map(rows -> rows.stream()
                        .map(row -> new ReminderView.Receipt((String) row[0], Reminders.instant(row[1])))
                        .toList());
    }

    Uni<List<String>> unread(ReminderView reminder, UUID issueId) {
        String officers = String.join(
                ",",
                Arrays.stream(OfficerRole.values())
                        .filter(role -> reminder.roles().contains(role.tokenRole()))
                        .map(OfficerRole::name)
                        .toList());
        return Sql.rows(String.class, UNREAD, reminder.reminderId(), issueId, officers);
    }

    Uni<Integer> expect(UUID reminderId, List<String> persons) {
        return Sql.update("delete from reminder_reader where reminder_id = ?1", reminderId)
                .chain(() -> Sql.update(EXPECT, reminderId, persons.toArray(new String[0])));
    }

    private static Addressed addressed(Object[] row, boolean spanish) {
        return new Addressed(
                new Audience(Reminders.list((String) row[6]), Reminders.list((String) row[7])),
                new ReminderView.ToRead(
                        (UUID) row[0],
                        (LocalDate) row[1],
                        (String) row[spanish ? 4 : 2],
                        (String) row[spanish ? 5 : 3],
                        Reminders.instant(row[8])));
    }
}
