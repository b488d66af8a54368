package org.candor.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.NoticeReturned;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.roster.RosterCounts;
import org.candor.notification.roster.decision.AfterReturn;
import org.candor.notification.roster.decision.WayOfNotice;

/**
 * Letters that came back: they told nobody. The address counts as bad from then on, of the living toward the ten (45 CFR
 * 164.404(d)(2)). Call inside a transaction.
 */
@ApplicationScoped
class Returns {

    /** A letter that has left, with the rule that chose its address. */
    record Letter(UUID noticeId, UUID personId, WayOfNotice.Reason reason, boolean sent) {

        static Letter of(Object[] row) {
            return new Letter(
                    (UUID) row[0], (UUID) row[1], WayOfNotice.Reason.valueOf((String) row[2]), "SENT".equals(row[3]));
        }
    }

    static final String FIND = """
            select n.id, n.person_id, p.reason, n.state from notice n join person p on p.id = n.person_id
             where n.incident_id = ?1 and right(cast(n.id as text), 12) = ?2 and n.state in ('SENT', 'RETURNED')
               for update of n, p
            """;

    private final RosterCounts counts;
    private final Outbox outbox;
    private final Clock clock;

    Returns(RosterCounts counts, Outbox outbox, Clock clock) {
        this.counts = counts;
        this.outbox = outbox;
        this.clock = clock;
    }

    static Uni<List<Letter>> find(UUID incidentId, String mark) {
        return Sql.rows(Object[].class, FIND, incidentId, mark)
                .map(rows -> rows.stream().map(Letter::of).toList());
    }

    /** @return how many came back by this; a letter that had come back before is none */
    Uni<Long> take(List<Letter> letters, LocalDate on) {
        return Multi.createFrom()
                .iterable(letters)
                .filter(Letter::sent)
                .onItem()
                .transformToUniAndConcatenate(letter -> take(letter, on))
                .collect()
                .with(java.util.stream.Collectors.summingLong(Integer::longValue));
    }

    Uni<Void> tell(CampaignRow campaign, long count, LocalDate on, String actor) {
        return count == 0
                ? Uni.createFrom().voidItem()
                : outbox.publish(
                        Topic.NOTICE, new NoticeReturned(campaign.incidentId(), count, on), campaign.origin(actor));
    }

    /** The counts of the whole breach, for breach-service to decide about substitute notice. */
    Uni<Void> offer(CampaignRow campaign, String actor) {
        return counts.of(campaign.incidentId())
                .chain(counted -> outbox.publish(
                        Topic.NOTICE,
                        new CountsOffered(
                                campaign.incidentId(),
                                counted.total(),
                                counted.residents(),
                                counted.undeliverableLiving(),
                                counted.undeliverableNextOfKin(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        campaign.origin(actor)));
    }

    private static Uni<Integer> take(Letter letter, LocalDate on) {
        AfterReturn after = AfterReturn.of(letter.reason());
        return Sql.update(
                        "update notice set state = 'RETURNED', returned_on = ?2, outcome = 'RETURNED'"
                                + " where id = ?1 and state = 'SENT'",
                        letter.noticeId(),
                        on)
                .call(() -> Sql.update(
                        "update person set method = ?2, reason = ?3, state = ?4,"
                                + " returned_address = address_index where id = ?1",
                        letter.personId(),
                        after.method().name(),
                        after.reason().name(),
                        after.state()));
    }
}
