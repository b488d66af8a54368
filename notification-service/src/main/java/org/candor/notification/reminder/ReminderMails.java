package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.notification.mail.OutgoingMails;
import org.candor.notification.reminder.ReminderKinds.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Queues a mail for everybody who is expected to read an issue, in the order of persons. Some mails and how far it got are
 * one transaction and the issue is held by one replica: after a crash it goes on behind the last person, and nobody is
 * mailed twice, nor is a mailbox that two share. Call inside a transaction.
 */
@ApplicationScoped
class ReminderMails {

    private static final int AT_ONCE = 500;

    // Whoever ends the reminder meanwhile waits, and then takes back what was queued, too.
    private static final String DUE = """
            select i.id, i.reminder_id, r.kind, i.mailed_through
              from reminder_issue i join reminder r on r.id = i.reminder_id
             where i.mailed_at is null and r.state = 'APPROVED'
             order by i.issued_on, i.id limit 1 for update of i skip locked for share of r
            """;

    private static final String EXPECTED = """
            select person, mailbox, language from reminder_expected
             where reminder_id = ?1 and person > ?2 order by person limit ?3
            """;

    private static final String DONE = "update reminder_issue set mailed_at = ?2 where id = ?1";
    private static final String THROUGH = "update reminder_issue set mailed_through = ?2 where id = ?1";

    private static final String WITHHOLD = """
            update outgoing_mail set state = 'WITHHELD'
             where purpose = 'REMINDER' and state = 'WAITING'
               and purpose_id in (select id from reminder_issue where reminder_id = ?1)
            """;

    private final OutgoingMails mails;
    private final Clock clock;
    private final String publicUrl;

    ReminderMails(OutgoingMails mails, Clock clock, @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.mails = mails;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Answers false where no issue waits. */
    Uni<Boolean> queueSome() {
        return Sql.rows(Object[].class, DUE)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : queue(due.getFirst()).replaceWith(true));
    }

    /** What has not left does not leave any more. */
    Uni<Integer> withhold(UUID reminderId) {
        return Sql.update(WITHHOLD, reminderId);
    }

    private Uni<Integer> queue(Object[] issue) {
        UUID issueId = (UUID) issue[0];
        Kind kind = ReminderKinds.READ.kind((String) issue[2]).orElseThrow();
        return Sql.rows(Object[].class, EXPECTED, issue[1], issue[3], AT_ONCE)
                .chain(expected -> expected.isEmpty()
                        ? Sql.update(DONE, issueId, clock.instant())
                        : mails.reminders(issueId, reachable(expected, kind))
                                .chain(() -> Sql.update(THROUGH, issueId, expected.getLast()[0])));
    }

    private List<OutgoingMails.Letter> reachable(List<Object[]> expected, Kind kind) {
        ReminderMail english = ReminderMail.of(kind, false, publicUrl);
        ReminderMail spanish = ReminderMail.of(kind, true, publicUrl);
        return expected.stream()
                .filter(row -> !((String) row[1]).isEmpty())
                .map(row -> letter(row, "es".equals(row[2]) ? spanish : english))
                .toList();
    }

    private static OutgoingMails.Letter letter(Object[] row, ReminderMail mail) {
        return new OutgoingMails.Letter((String) row[1], (String) row[0], mail.subject(), mail.body());
    }
}
