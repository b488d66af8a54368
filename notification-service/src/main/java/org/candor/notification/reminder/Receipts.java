package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.reminder.decision.Audience;

/** Issues, who is expected to read them and who has. Call inside a session. */
@ApplicationScoped
class Receipts {

    private static final String TO_READ = """
            select i.id, i.issued_on, r.title_en, r.body_en, r.title_es, r.body_es, r.roles, r.departments, p.read_at,
                   exists (select 1 from reminder_reader l where l.reminder_id = r.id and l.person = ?2) as listed
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

    /** Numbers grow with each issue; before none comes the last. */
    private static final String ISSUES = """
            select i.id, i.number, i.issued_on, i.mailed_at is not null as complete,
                   count(m.id) filter (where m.state = 'WAITING') as waiting, count(m.id) filter (where m.state = 'SENT') as sent,
                   count(m.id) filter (where m.state = 'REFUSED') as refused, count(m.id) filter (where m.state = 'WITHHELD') as withheld,
                   (select count(*) from reminder_receipt p where p.issue_id = i.id) as confirmed,
                   (select count(*) from reminder_expected e
                     where e.reminder_id = i.reminder_id
                       and not exists (select 1 from reminder_receipt p where p.issue_id = i.id and p.person = e.person)) as missing
              from reminder_issue i
              left join outgoing_mail m on m.purpose = 'REMINDER' and m.purpose_id = i.id
             where i.reminder_id = ?1
               and i.number < coalesce((select b.number from reminder_issue b where b.id = ?2 and b.reminder_id = ?1), 2147483647)
             group by i.id order by i.number desc limit ?3
            """;

    /** One issue with the audience of its reminder; {@code listed} is true where the reader is expected by name. */
    record Addressed(Audience audience, boolean listed, ReminderView.ToRead issue) {

        boolean to(Collection<String> roles, Optional<String> department) {
            return listed || audience.holds(roles, department);
        }
    }

    Uni<List<Addressed>> toRead(String entities, String person, boolean spanish) {
        return Sql.rows(Object[].class, TO_READ, entities, person)
                .map(rows -> rows.stream().map(row -> addressed(row, spanish)).toList());
    }

    Uni<Integer> read(UUID issueId, String person, Instant now) {
        return Sql.update(READ, issueId, person, now);
    }

    Uni<List<ReminderView.Issue>> issues(UUID reminderId, UUID before, int limit) {
        return Sql.rows(Object[].class, ISSUES, reminderId, before, limit)
                .map(rows -> rows.stream().map(Receipts::issue).toList());
    }

    private static ReminderView.Issue issue(Object[] row) {
        return new ReminderView.Issue(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                (LocalDate) row[2],
                new ReminderView.Mails(
                        (Boolean) row[3], number(row[4]), number(row[5]), number(row[6]), number(row[7])),
                number(row[8]),
                number(row[9]));
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }

    private static Addressed addressed(Object[] row, boolean spanish) {
        return new Addressed(
                new Audience(Reminders.list((String) row[6]), Reminders.list((String) row[7])),
                (Boolean) row[9],
                new ReminderView.ToRead(
                        (UUID) row[0],
                        (LocalDate) row[1],
                        (String) row[spanish ? 4 : 2],
                        (String) row[spanish ? 5 : 3],
                        Reminders.instant(row[8])));
    }
}
