package org.candor.notification.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.time.Ids;
import org.candor.notification.mail.OutgoingMails;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts what was planned into one mail per person, from the hour that he chose on; what is planned later that day, and a duty that
 * is counted in hours, follows at once. An alert and the mail that holds it are one transaction, and a row is held by one replica. Call inside a transaction.
 */
@ApplicationScoped
class Digests {

    static final int AT_ONCE = 500;

    private static final String PLANNED = "select " + Deadline.columnsOf("d") + """
                 , a.due_day, a.step, a.person, a.mailbox, a.reason, a.drill, coalesce(p.language, 'en'),
                   a.incident_id is null or incident_visible(a.incident_id, a.person, '*')
              from deadline_alert a
              join deadline d on d.deadline_id = a.deadline_id
              left join alert_preference p on p.person = a.person
             where a.state = 'PLANNED'
               and (d.due_at is not null
                    or extract(hour from timezone(a.zone, cast(?1 as timestamptz))) >= coalesce(p.digest_hour, ?2))
             order by a.person, d.ends_at, d.deadline_id
             limit ?3 for update of a skip locked
            """;

    private static final String SETTLE = """
            update deadline_alert
               set state = ?5, mail_id = nullif(cast(?6 as uuid), '00000000-0000-0000-0000-000000000000'),
                   queued_at = case when ?5 = 'QUEUED' then cast(?7 as timestamptz) end
             where deadline_id = ?1 and due_day = ?2 and step = ?3 and person = ?4
            """;

    private static final UUID NO_ID = new UUID(0, 0);

    private final OutgoingMails mails;
    private final Ids ids;
    private final Clock clock;
    private final String publicUrl;
    private final int usualHour;

    Digests(
            OutgoingMails mails,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "candor.public-url") String publicUrl,
            @ConfigProperty(name = "candor.alerts.digest-hour") int usualHour) {
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.usualHour = usualHour;
    }

    /** One planned alert with the duty as it is now. */
    record Planned(
            Deadline duty,
            LocalDate dueDay,
            String step,
            String person,
            String mailbox,
            String reason,
            boolean drill,
            String language,
            boolean visible) {

        /** The duty is still there and still due on that day, and he may still know of it. */
        boolean stands() {
            return visible && duty.open() && duty.day().equals(dueDay);
        }
    }

    private record Addressee(String person, String mailbox, boolean drill, String language) {}

    Uni<Integer> queueSome() {
        Instant now = clock.instant();
        return Sql.rows(Object[].class, PLANNED, now, usualHour, AT_ONCE)
                .map(rows -> rows.stream().map(Digests::planned).toList())
                .call(planned -> Multi.createFrom()
                        .iterable(byAddressee(planned).entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(one -> queue(one.getKey(), one.getValue(), now))
                        .collect()
                        .last())
                .map(List::size);
    }

    private Uni<Void> queue(Addressee to, List<Planned> all, Instant now) {
        UUID mailId = ids.next();
        List<Planned> standing = all.stream().filter(Planned::stands).toList();
        Uni<Integer> mail = standing.isEmpty() ? Uni.createFrom().item(0) : queue(to, standing, mailId, now);
        return mail.chain(() -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> settle(one, one.stands() ? mailId : NO_ID, now))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Integer> queue(Addressee to, List<Planned> standing, UUID mailId, Instant now) {
        DigestMail mail = DigestMail.of(standing, to.drill(), now, BoardWords.in(to.language()), publicUrl);
        return mails.digest(mailId, to.mailbox(), to.person(), mail.subject(), mail.body());
    }

    private static Uni<Integer> settle(Planned one, UUID mailId, Instant now) {
        return Sql.update(
                SETTLE,
                one.duty().id(),
                one.dueDay(),
                one.step(),
                one.person(),
                mailId.equals(NO_ID) ? "DROPPED" : "QUEUED",
                mailId,
                now);
    }

    /** Exercises have mails of their own. */
    private static Map<Addressee, List<Planned>> byAddressee(List<Planned> planned) {
        Map<Addressee, List<Planned>> grouped = new LinkedHashMap<>();
        planned.forEach(one -> grouped.computeIfAbsent(
                        new Addressee(one.person(), one.mailbox(), one.drill(), one.language()),
                        addressee -> new ArrayList<>())
                .add(one));
        return grouped;
    }

    private static Planned planned(Object[] row) {
        int next = Deadline.WIDTH;
        return new Planned(
                Deadline.of(row),
                (LocalDate) row[next],
                (String) row[next + 1],
                (String) row[next + 2],
                (String) row[next + 3],
                (String) row[next + 4],
                (Boolean) row[next + 5],
                (String) row[next + 6],
                (Boolean) row[next + 7]);
    }
}
