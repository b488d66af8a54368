package org.candor.notification.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;

/** Mails without personal data that wait to be sent. Call inside the transaction of what they tell. */
@ApplicationScoped
public class OutgoingMails {

    private static final UUID NO_TEXT = new UUID(0, 0);
    private static final UUID NO_INCIDENT = new UUID(0, 0);

    private static final String ADD = """
            insert into outgoing_mail (id, incident_id, purpose, purpose_id, recipient, person, subject, body, text_id, state,
                                       attempts, next_try_at, created_at)
            select cast(?1 as uuid), nullif(cast(?2 as uuid), '00000000-0000-0000-0000-000000000000'), ?3, cast(?4 as uuid), ?5, ?6, ?7, ?8,
                   nullif(cast(?9 as uuid), '00000000-0000-0000-0000-000000000000'), ?10, 0,
                   cast(?11 as timestamptz), cast(?11 as timestamptz)
            on conflict (purpose, purpose_id, recipient) do nothing
            """;

    private static final String ADD_MANY = """
            insert into outgoing_mail (id, incident_id, purpose, purpose_id, recipient, person, subject, body, text_id, state,
                                       attempts, next_try_at, created_at)
            select cast(m.id as uuid), null, 'REMINDER', cast(?1 as uuid), m.recipient, m.person, m.subject, m.body, null, 'WAITING',
                   0, cast(?7 as timestamptz), cast(?7 as timestamptz)
              from unnest(cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]))
                   as m (id, recipient, person, subject, body)
            on conflict (purpose, purpose_id, recipient) do nothing
            """;

    /** One of many mails about the same thing. */
    public record Letter(String mailbox, String person, String subject, String body) {}

    private final Clock clock;
    private final Ids ids;

    OutgoingMails(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** To an officer; the same alert to the same mailbox goes once. */
    public Uni<Integer> alert(
            UUID incidentId, UUID alertId, String mailbox, String person, String subject, String body) {
        return add(incidentId, "ALERT", alertId, mailbox, person, subject, body, NO_TEXT, "WAITING");
    }

    /** To an officer, about several incidents or none: whoever queues it takes it back when one of them may not be told of. */
    public Uni<Integer> digest(UUID digestId, String mailbox, String person, String subject, String body) {
        return add(NO_INCIDENT, "ALERT", digestId, mailbox, person, subject, body, NO_TEXT, "WAITING");
    }

    /** To a media outlet, with the release attached. In a drill it is kept and not sent. */
    public Uni<Integer> media(
            UUID incidentId, UUID noticeId, String mailbox, String subject, String body, UUID textId, boolean drill) {
        return add(incidentId, "MEDIA", noticeId, mailbox, "", subject, body, textId, drill ? "WITHHELD" : "WAITING");
    }

    /** To staff, that a reminder was issued; the same issue to the same mailbox goes once. */
    public Uni<Integer> reminders(UUID issueId, List<Letter> letters) {
        return letters.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.update(
                        ADD_MANY,
                        issueId,
                        all(letters, letter -> ids.next().toString()),
                        all(letters, Letter::mailbox),
                        all(letters, Letter::person),
                        all(letters, Letter::subject),
                        all(letters, Letter::body),
                        clock.instant());
    }

    private static String[] all(List<Letter> letters, Function<Letter, String> part) {
        return letters.stream().map(part).toArray(String[]::new);
    }

    private Uni<Integer> add(
            UUID incidentId,
            String purpose,
            UUID purposeId,
            String recipient,
            String person,
            String subject,
            String body,
            UUID textId,
            String state) {
        return Sql.update(
                ADD,
                ids.next(),
                incidentId,
                purpose,
                purposeId,
                recipient,
                person,
                subject,
                body,
                textId,
                state,
                clock.instant());
    }
}
