package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.candor.kit.data.Sql;
import org.candor.notification.reminder.ReaderFile.Reader;

/** Who is expected to read a reminder. Call inside a session. */
@ApplicationScoped
class Readers {

    private static final String LIST =
            "select person, mailbox, language, department from reminder_reader where reminder_id = ?1";

    private static final String OTHERS_GO =
            "delete from reminder_reader where reminder_id = ?1 and person <> all (cast(?2 as text[]))";

    /** Of who is listed already stays what is known. */
    private static final String EXPECT = """
            insert into reminder_reader (reminder_id, person)
            select ?1, person from unnest(cast(?2 as text[])) person on conflict do nothing
            """;

    private static final String PUT = """
            insert into reminder_reader (reminder_id, person, mailbox, language, department)
            select cast(?1 as uuid), f.person, f.mailbox, f.language, f.department
              from unnest(cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]))
                   as f (person, mailbox, language, department)
            on conflict (reminder_id, person) do update
               set mailbox = excluded.mailbox, language = excluded.language, department = excluded.department
            """;

    private static final String EXPECTED = """
            select person, mailbox, language, department, cast(null as timestamptz) as read_at from reminder_expected
             where reminder_id = ?1 and person > ?2 order by person limit ?3
            """;

    /** Of who confirmed without being listed nothing but the receipt is known. */
    private static final String OF_ISSUE = """
            select person, e.mailbox, e.language, e.department, p.read_at
              from (select x.* from reminder_expected x join reminder_issue i on i.reminder_id = x.reminder_id where i.id = ?1) e
              full join (select r.person, r.read_at from reminder_receipt r where r.issue_id = ?1) p using (person)
             where (?2 = '' or (?2 = 'missing') = (p.read_at is null)) and (?3 = '' or e.department = ?3)
               and person > ?4
             order by person limit ?5
            """;

    Uni<List<Reader>> list(UUID reminderId) {
        return Sql.rows(Object[].class, LIST, reminderId)
                .map(rows -> rows.stream()
                        .map(row -> new Reader((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                        .toList());
    }

    Uni<Integer> expect(UUID reminderId, List<String> persons) {
        String[] names = persons.toArray(new String[0]);
        return Sql.update(OTHERS_GO, reminderId, names).chain(() -> Sql.update(EXPECT, reminderId, names));
    }

    Uni<Integer> replace(UUID reminderId, List<Reader> readers) {
        return Sql.update(OTHERS_GO, reminderId, all(readers, Reader::person))
                .chain(() -> Sql.update(
                        PUT,
                        reminderId,
                        all(readers, Reader::person),
                        all(readers, Reader::email),
                        all(readers, Reader::language),
                        all(readers, Reader::department)));
    }

    Uni<List<ReaderView>> expected(UUID reminderId, String after, int limit) {
        return Sql.rows(Object[].class, EXPECTED, reminderId, after, limit).map(Readers::views);
    }

    Uni<List<ReaderView>> ofIssue(UUID issueId, String state, String department, String after, int limit) {
        return Sql.rows(Object[].class, OF_ISSUE, issueId, state, department, after, limit)
                .map(Readers::views);
    }

    private static List<ReaderView> views(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new ReaderView(
                        (String) row[0], known(row[1]), (String) row[2], known(row[3]), Reminders.instant(row[4])))
                .toList();
    }

    private static String known(Object text) {
        return "".equals(text) ? null : (String) text;
    }

    private static String[] all(List<Reader> readers, Function<Reader, String> part) {
        return readers.stream().map(part).toArray(String[]::new);
    }
}
