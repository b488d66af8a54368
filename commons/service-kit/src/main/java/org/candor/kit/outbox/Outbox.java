package org.candor.kit.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.kit.time.Ids;
import org.candor.kit.trace.Traces;
import org.candor.kit.trace.Traces.Work;
import org.candor.kit.web.Correlation;

/**
 * Publishes facts in the transaction of the state change. Guarantees: a fact leaves if and only if that transaction
 * commits; facts of one key leave in the order in which they were published.
 */
@ApplicationScoped
public class Outbox {

    private final Clock clock;
    private final Ids ids;
    private final Traces traces;

    Outbox(Clock clock, Ids ids, Traces traces) {
        this.clock = clock;
        this.ids = ids;
        this.traces = traces;
    }

    /** A fact and the topic it belongs on. */
    public record Publication(Topic topic, Event fact) {}

    /** Must be called inside {@link org.candor.kit.data.Transactions#run}. */
    public Uni<Void> publish(Topic topic, Event fact, Origin origin) {
        return publishAll(List.of(new Publication(topic, fact)), origin);
    }

    /** As {@link #publish}, in the order of the list. */
    public Uni<Void> publishAll(Topic topic, List<? extends Event> facts, Origin origin) {
        return publishAll(
                facts.stream().map(fact -> new Publication(topic, fact)).toList(), origin);
    }

    /** As {@link #publish}, in the order of the list and in one round trip. */
    public Uni<Void> publishAll(List<Publication> publications, Origin origin) {
        beginTrace();
        Object[] rows = publications.stream()
                .map(publication -> row(publication.topic(), publication.fact(), origin))
                .toArray();
        // The flush gives rows their positions in the order of calls, not in that of the session's own flush.
        return Panache.getSession().chain(session -> session.persistAll(rows).chain(session::flush));
    }

    /** What a scheduler does has no trace that came with it. */
    private void beginTrace() {
        if (Correlation.traceparent().isEmpty()) {
            Work work = traces.own("publish");
            work.end(false);
            Correlation.adopt(Correlation.id(), work.traceparent());
        }
    }

    private OutboxRow row(Topic topic, Event fact, Origin origin) {
        OutboxRow row = new OutboxRow();
        row.id = ids.next();
        row.topic = topic.topicName();
        row.type = topic.typeOf(fact.getClass());
        row.subject = fact.subject();
        row.entityId = origin.entityId();
        row.drill = origin.drill();
        row.correlationId = Correlation.id();
        row.actor = origin.actor();
        row.traceparent = Correlation.traceparent();
        row.occurredAt = clock.instant();
        row.data = EventJson.write(fact);
        return row;
    }
}
