package org.candor.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.candor.kit.crypto.KeysetProof;
import org.candor.kit.inbox.Arrival.Readable;
import org.candor.kit.inbox.Arrival.Unreadable;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * The one channel through which a service hears the others. A record is acknowledged when its effect is durable, when it
 * was seen before, or when it is kept as a dead letter; while the database is away it is tried until it is back.
 */
@ApplicationScoped
class InboxChannel {

    private static final Logger LOG = Logger.getLogger(InboxChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final KeysetProof keys;

    InboxChannel(Inbox inbox, DeadLetters deadLetters, KeysetProof keys) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.keys = keys;
    }

    @Incoming("events")
    Uni<Void> receive(Message<byte[]> message) {
        return whenKeysAreAtHand()
                .chain(() -> handle(message))
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }

    /** With a wrong keyset each fact whose effect is sealed would become a dead letter. */
    private Uni<Void> whenKeysAreAtHand() {
        return keys.required().onFailure().recoverWithUni(away -> OnContext.after(PAUSE, this::whenKeysAreAtHand));
    }

    private Uni<Void> handle(Message<byte[]> message) {
        Arrival arrival = Arrival.of(message);
        return arrival.isTombstone() ? Uni.createFrom().voidItem() : handle(arrival);
    }

    private Uni<Void> handle(Arrival arrival) {
        return switch (arrival.read()) {
            case Unreadable unreadable -> bury(arrival, unreadable.reason(), "");
            case Readable readable -> apply(arrival, readable, 1);
        };
    }

    private Uni<Void> apply(Arrival arrival, Readable readable, int attempt) {
        return inbox.receive(readable)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> retryOrBury(arrival, readable, attempt, failure));
    }

    private Uni<Void> retryOrBury(Arrival arrival, Readable readable, int attempt, Throwable failure) {
        return Passing.isPassing(failure)
                ? inbox.databaseAnswers()
                        .chain(answers -> answers
                                ? nextOrBury(arrival, readable, attempt, failure)
                                : whenDatabaseIsBack(arrival, readable, attempt))
                : nextOrBury(arrival, readable, attempt, failure);
    }

    /** Does not count as an attempt: while the database is away there is no place for a dead letter either. */
    private Uni<Void> whenDatabaseIsBack(Arrival arrival, Readable readable, int attempt) {
        LOG.warnf(
                "database does not answer, event %s is tried again",
                readable.envelope().id());
        return OnContext.after(PAUSE, () -> apply(arrival, readable, attempt));
    }

    private Uni<Void> nextOrBury(Arrival arrival, Readable readable, int attempt, Throwable failure) {
        if (attempt < Retries.ATTEMPTS) {
            return OnContext.after(Retries.pauseAfter(attempt), () -> apply(arrival, readable, attempt + 1));
        }
        LOG.errorf(
                "event %s of %s could not be applied: %s",
                readable.envelope().id(), arrival.topic(), Faults.trace(failure));
        return bury(arrival, DeadLetterReason.NOT_APPLICABLE, Faults.name(failure));
    }

    private Uni<Void> bury(Arrival arrival, DeadLetterReason reason, String fault) {
        return deadLetters
                .keep(arrival, reason, fault)
                .onFailure(Passing::isPassing)
                .recoverWithUni(away -> OnContext.after(PAUSE, () -> bury(arrival, reason, fault)));
    }
}
