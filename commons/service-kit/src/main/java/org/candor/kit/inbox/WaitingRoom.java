package org.candor.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Arrival.Readable;
import org.candor.kit.outbox.EventJson;
import org.jboss.logging.Logger;

/** Tries waiting facts again, oldest first, and behind a fact that still waits none of the same key. */
@ApplicationScoped
class WaitingRoom {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

    private static final String OLDEST =
            "select topic, envelope, data from inbox where applied_at is null order by position limit 200";

    private final Inbox inbox;

    WaitingRoom(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scheduled(every = "${candor.inbox.retry}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> retryAll() {
        return Transactions.read(() -> Sql.rows(Object[].class, OLDEST))
                .chain(this::retry)
                .onFailure()
                .invoke(failure -> LOG.warnf("waiting events could not be tried: %s", Faults.name(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> retry(List<Object[]> rows) {
        Set<String> stillWaiting = new HashSet<>();
        return Multi.createFrom()
                .iterable(rows)
                .map(WaitingRoom::read)
                .filter(fact -> !stillWaiting.contains(key(fact)))
                .onItem()
                .transformToUniAndConcatenate(fact -> inbox.retry(fact).invoke(applied -> {
                    if (!applied) {
                        stillWaiting.add(key(fact));
                    }
                }))
                .onItem()
                .ignoreAsUni();
    }

    private static Readable read(Object[] row) {
        Topic topic = Topic.named((String) row[0]).orElseThrow();
        Envelope envelope = EventJson.read((String) row[1], Envelope.class);
        return (Readable) Arrival.read(topic, envelope, (byte[]) row[2]);
    }

    private static String key(Readable fact) {
        return fact.topic() + " " + fact.envelope().subject();
    }
}
