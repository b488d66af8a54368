package org.candor.kit.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.events.Event;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Arrival.Readable;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.trace.Traces;
import org.candor.kit.trace.Traces.Work;
import org.candor.kit.web.Correlation;

/** Applies each fact once, in the order of its key within its topic. */
@ApplicationScoped
class Inbox {

    private static final String CLAIM = """
            insert into inbox (event_id, topic, subject, received_at, applied_at) values (?1, ?2, ?3, ?4, ?4)
            on conflict (event_id) do nothing
            """;

    private static final String KEEP = """
            insert into inbox (event_id, topic, subject, received_at, envelope, data) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (event_id) do nothing
            """;

    private static final String SOMETHING_WAITS =
            "select count(*) from inbox where topic = ?1 and subject = ?2 and applied_at is null";

    /** Only the oldest of its key: another replica may be trying the one before at the same time. */
    private static final String SETTLE = """
            update inbox i set applied_at = ?2, envelope = null, data = null
             where event_id = ?1 and applied_at is null
               and not exists (select 1 from inbox older
                                where older.topic = i.topic and older.subject = i.subject
                                  and older.position < i.position and older.applied_at is null)
            """;

    private final List<EventConsumer<?>> consumers;
    private final Clock clock;
    private final Traces traces;

    Inbox(@Any Instance<EventConsumer<?>> consumers, Clock clock, Traces traces) {
        this.consumers = consumers.stream().<EventConsumer<?>>map(c -> c).toList();
        this.clock = clock;
        this.traces = traces;
    }

    /** Applies a fact that has just come, or keeps it behind its waiting predecessors of the same key. */
    Uni<Handling> receive(Readable fact) {
        return Transactions.run(() -> somethingWaits(fact).chain(waits -> waits ? keep(fact) : claim(fact)))
                .onFailure(MustWait.class)
                .recoverWithUni(() -> Transactions.run(() -> keep(fact)));
    }

    /** Tries a fact that waited; it goes on waiting when it must. Answers whether it was applied. */
    Uni<Boolean> retry(Readable fact) {
        return Transactions.run(() -> Sql.update(SETTLE, fact.envelope().id(), clock.instant())
                        .chain(settled ->
                                settled == 0 ? done(false) : apply(fact).replaceWith(true)))
                .onFailure(MustWait.class)
                .recoverWithItem(false);
    }

    Uni<Boolean> databaseAnswers() {
        return Transactions.read(() -> Sql.rows(Integer.class, "select 1"))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Boolean> somethingWaits(Readable fact) {
        return Sql.rows(
                        Long.class,
                        SOMETHING_WAITS,
                        fact.topic().topicName(),
                        fact.envelope().subject())
                .map(rows -> rows.getFirst() > 0);
    }

    private Uni<Handling> claim(Readable fact) {
        return Sql.update(CLAIM, id(fact), fact.topic().topicName(), subject(fact), clock.instant())
                .chain(claimed -> claimed == 0 ? Uni.createFrom().voidItem() : apply(fact))
                .replaceWith(Handling.APPLIED);
    }

    private Uni<Handling> keep(Readable fact) {
        String envelope = EventJson.write(fact.envelope());
        return Sql.update(
                        KEEP, id(fact), fact.topic().topicName(), subject(fact), clock.instant(), envelope, fact.data())
                .replaceWith(Handling.WAITING);
    }

    /** What consumers publish carries on the fact's correlation and trace, also when it waited or is replayed. */
    private Uni<Void> apply(Readable fact) {
        Work work = traces.applying(fact.topic().topicName(), fact.envelope());
        Correlation.adopt(fact.envelope().correlationId(), work.traceparent());
        return Multi.createFrom()
                .iterable(consumers)
                .filter(consumer -> consumer.topics().contains(fact.topic()))
                .onItem()
                .transformToUniAndConcatenate(consumer -> call(consumer, fact))
                .onItem()
                .ignoreAsUni()
                .onTermination()
                .invoke((done, failure, cancelled) -> work.end(failure != null && !(failure instanceof MustWait)));
    }

    @SuppressWarnings("unchecked") // A consumer's topic determines the type of its facts.
    private static Uni<Void> call(EventConsumer<?> consumer, Readable fact) {
        return ((EventConsumer<Event>) consumer)
                .on(fact.fact(), fact.envelope())
                .invoke(handling -> {
                    if (handling == Handling.WAITING) {
                        throw new MustWait();
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Boolean> done(boolean applied) {
        return Uni.createFrom().item(applied);
    }

    private static UUID id(Readable fact) {
        return fact.envelope().id();
    }

    private static String subject(Readable fact) {
        return fact.envelope().subject();
    }

    /** Rolls the transaction back; never leaves this class. */
    private static final class MustWait extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MustWait() {
            super("precondition has not come", null, false, false);
        }
    }
}
