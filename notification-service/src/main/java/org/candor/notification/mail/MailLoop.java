package org.candor.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/**
 * Sends what waits, reminders to all of the workforce behind everything else. When its turn has come a mail is put off and then
 * tried, so that a crash makes it late and never lost; it is put off for longer than a try takes, so that two replicas never hold
 * the same mail.
 */
@ApplicationScoped
class MailLoop {

    private static final Logger LOG = Logger.getLogger(MailLoop.class);
    private static final int AT_ONCE = 20;

    private static final String WAITING = " state = 'WAITING' and next_try_at <= cast(?1 as timestamptz)"
            + " and (purpose <> 'ALERT' or incident_id is null or incident_visible(incident_id, person, '*'))";

    private static final String DUE =
            "select count(*) from (select 1 from outgoing_mail where" + WAITING + " limit ?2) as due";

    /** Twice as long after each attempt. */
    private static final String TAKE = """
            update outgoing_mail
               set attempts = attempts + 1,
                   next_try_at = cast(?1 as timestamptz) + least(interval '10 minutes', interval '30 seconds' * power(2, least(attempts, 16)))
             where id = (select id from outgoing_mail where
            """ + WAITING + """
                          order by purpose = 'REMINDER', next_try_at limit 1 for update skip locked)
            returning id, purpose, purpose_id, recipient, subject, body, text_id
            """;

    private final MailSender sender;
    private final MailPace pace;
    private final Instance<AfterSending> listeners;
    private final Instance<Attachments> attachments;
    private final Clock clock;

    MailLoop(
            MailSender sender,
            MailPace pace,
            Instance<AfterSending> listeners,
            Instance<Attachments> attachments,
            Clock clock) {
        this.sender = sender;
        this.pace = pace;
        this.listeners = listeners;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Scheduled(every = "${candor.mail.loop}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Round.of(
                Transactions.read(() -> Sql.rows(Long.class, DUE, clock.instant(), AT_ONCE))
                        .chain(due -> inTurn(due.getFirst().intValue())),
                LOG,
                "waiting mails could not be sent");
    }

    /** Ends early when another replica has taken the rest. */
    private Uni<Void> inTurn(int mails) {
        return Multi.createFrom()
                .range(0, mails)
                .onItem()
                .transformToUniAndConcatenate(mail -> pace.turn().chain(this::next))
                .select()
                .first(taken -> taken)
                .onItem()
                .ignoreAsUni();
    }

    /** Which one is chosen when its turn has come, so that an alert goes before the reminders that waited already. */
    private Uni<Boolean> next() {
        return Transactions.run(() -> Sql.rows(Object[].class, TAKE, clock.instant()))
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : send(taken.getFirst()).replaceWith(true));
    }

    private Uni<Void> send(Object[] row) {
        Mail mail = Mail.withText((String) row[3], (String) row[4], (String) row[5]);
        return attached(mail, row[6] != null, (UUID) row[2])
                .chain(ready -> sender.send(ready, "mail-" + row[0]))
                .chain(result -> Transactions.run(() -> record(row, result)))
                .replaceWithVoid();
    }

    private Uni<Mail> attached(Mail mail, boolean withText, UUID purposeId) {
        return withText
                ? attachments.get().of(purposeId).map(files -> {
                    files.forEach(file -> mail.addAttachment(file.name(), file.bytes(), "application/pdf"));
                    return mail;
                })
                : Uni.createFrom().item(mail);
    }

    private Uni<Integer> record(Object[] row, MailSender.Result result) {
        return switch (result) {
            case ACCEPTED ->
                Sql.update(
                                "update outgoing_mail set state = 'SENT', sent_at = ?2 where id = ?1",
                                row[0],
                                clock.instant())
                        .call(() -> told((String) row[1], (UUID) row[2]));
            case REFUSED ->
                Sql.update("update outgoing_mail set state = 'REFUSED' where id = ?1", row[0])
                        .call(() -> told((String) row[1], (UUID) row[2]));
            case NOT_NOW, UNCERTAIN -> Uni.createFrom().item(0);
        };
    }

    private Uni<Void> told(String purpose, UUID purposeId) {
        Optional<AfterSending> listener =
                listeners.stream().filter(one -> one.purpose().equals(purpose)).findFirst();
        return listener.map(one -> one.settled(purposeId))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
