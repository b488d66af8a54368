package org.candor.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Arrival.Readable;
import org.candor.kit.inbox.Arrival.Unreadable;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.CloudEventHeaders;
import org.candor.kit.outbox.EventJson;
import org.jboss.logging.Logger;

/**
 * Tries waiting facts again, oldest first, and behind a fact that still waits none of the same key. What fails instead of
 * waiting becomes a dead letter, so that nobody has to wait behind it.
 */
@ApplicationScoped
class WaitingRoom {

    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);

    /** By pages, so that however many wait for long, those behind them get their turn. */
    private static final String PAGE = """
            select position, event_id, topic, subject, envelope, data from inbox
             where applied_at is null and position > ?1 order by position limit 200
            """;

    private static final String LEAVE = "delete from inbox where event_id = ?1 and applied_at is null";

    private final Inbox inbox;
    private final DeadLetters deadLetters;

    WaitingRoom(Inbox inbox, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    private record Waiting(long position, UUID eventId, String topic, String subject, Envelope envelope, byte[] data) {

        static Waiting of(Object[] row) {
            return new Waiting(
                    (Long) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    EventJson.read((String) row[4], Envelope.class),
                    (byte[]) row[5]);
        }

        String key() {
            return topic + " " + subject;
        }

        Arrival.Reading read() {
            return Arrival.read(Topic.named(topic).orElseThrow(), envelope, data);
        }

        /** As if it had just come, but from no partition: its offset is its place in the inbox. */
        Arrival asArrival() {
            return new Arrival(topic, Arrival.WAITED, position, subject, CloudEventHeaders.write(envelope), data);
        }
    }

    @Scheduled(
            every = "${candor.inbox.retry}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> retryAll() {
        return Round.of(retryAfter(0, new HashSet<>()), LOG, "waiting events could not be tried");
    }

    private Uni<Void> retryAfter(long position, Set<String> stillWaiting) {
        return Transactions.read(() -> Sql.rows(Object[].class, PAGE, position))
                .map(rows -> rows.stream().map(Waiting::of).toList())
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : retry(page, stillWaiting)
                                .chain(() -> retryAfter(page.getLast().position(), stillWaiting)));
    }

    private Uni<Void> retry(List<Waiting> page, Set<String> stillWaiting) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUniAndConcatenate(waiting -> stillWaiting.contains(waiting.key())
                        ? Uni.createFrom().item(true)
                        : retry(waiting).invoke(gone -> {
                            if (!gone) {
                                stillWaiting.add(waiting.key());
                            }
                        }))
                .onItem()
                .ignoreAsUni();
    }

    /** Answers whether it waits no longer. */
    private Uni<Boolean> retry(Waiting waiting) {
        return switch (waiting.read()) {
            case Unreadable unreadable -> bury(waiting, unreadable.reason(), "");
            case Readable readable -> apply(waiting, readable, 1);
        };
    }

    private Uni<Boolean> apply(Waiting waiting, Readable readable, int attempt) {
        return inbox.retry(readable)
                .onFailure(failure -> !Passing.isPassing(failure))
                .recoverWithUni(failure -> {
                    if (attempt < Retries.ATTEMPTS) {
                        return OnContext.after(
                                Retries.pauseAfter(attempt), () -> apply(waiting, readable, attempt + 1));
                    }
                    LOG.errorf("event %s could not be applied: %s", waiting.eventId(), Faults.trace(failure));
                    return bury(waiting, DeadLetterReason.NOT_APPLICABLE, Faults.name(failure));
                })
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Boolean> bury(Waiting waiting, DeadLetterReason reason, String fault) {
        return Transactions.run(() -> Sql.update(LEAVE, waiting.eventId())
                .chain(left ->
                        left == 0 ? Uni.createFrom().voidItem() : deadLetters.keep(waiting.asArrival(), reason, fault))
                .replaceWith(true));
    }
}
