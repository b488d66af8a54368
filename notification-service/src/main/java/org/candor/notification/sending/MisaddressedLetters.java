package org.candor.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.NoticeEvent.MisaddressedMailingDetected;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.notification.NotificationProblem;
import org.candor.notification.campaign.CampaignDesk;
import org.candor.notification.campaign.CampaignRow;

/**
 * Letters that went to a wrong person: an impermissible disclosure of its own, which breach-service is told of by count and
 * day. The one whom such a letter was about has not been told by it.
 */
@ApplicationScoped
class MisaddressedLetters {

    private final CampaignDesk desk;
    private final Returns returns;
    private final Outbox outbox;
    private final Caller caller;

    MisaddressedLetters(CampaignDesk desk, Returns returns, Outbox outbox, Caller caller) {
        this.desk = desk;
        this.returns = returns;
        this.outbox = outbox;
        this.caller = caller;
    }

    Uni<MisaddressedView> record(UUID incidentId, MisaddressedRequest request) {
        String actor = caller.subject();
        LocalDate on = request.detectedOn();
        return Transactions.run(() -> desk.toChange(incidentId)
                .chain(campaign -> Multi.createFrom()
                        .iterable(marks(request))
                        .onItem()
                        .transformToUniAndConcatenate(mark -> record(campaign, mark, on))
                        .collect()
                        .with(java.util.stream.Collectors.summingLong(Long::longValue))
                        .call(count -> tell(campaign, count, on, actor))
                        .map(count -> new MisaddressedView(count, on))));
    }

    private static List<String> marks(MisaddressedRequest request) {
        List<Optional<String>> marks =
                request.references().stream().map(PostalLine::mark).distinct().toList();
        if (marks.stream().anyMatch(Optional::isEmpty)) {
            throw new Problem(NotificationProblem.NO_SUCH_LETTER);
        }
        return marks.stream().flatMap(Optional::stream).toList();
    }

    private Uni<Long> record(CampaignRow campaign, String mark, LocalDate on) {
        return Returns.find(campaign.incidentId(), mark).chain(letters -> {
            if (letters.isEmpty()) {
                throw new Problem(NotificationProblem.NO_SUCH_LETTER);
            }
            return returns.take(letters, on)
                    .chain(() -> Sql.update(
                            "update notice set misaddressed_on = ?2 where id = ?1 and misaddressed_on is null",
                            letters.getFirst().noticeId(),
                            on))
                    .map(Integer::longValue);
        });
    }

    private Uni<Void> tell(CampaignRow campaign, long count, LocalDate on, String actor) {
        return count == 0
                ? Uni.createFrom().voidItem()
                : outbox.publish(
                                Topic.NOTICE,
                                new MisaddressedMailingDetected(campaign.incidentId(), count, on),
                                campaign.origin(actor))
                        .chain(() -> returns.offer(campaign, actor));
    }
}
