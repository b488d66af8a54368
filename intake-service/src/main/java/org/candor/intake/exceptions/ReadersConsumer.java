package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.intake.exceptions.ExceptionRows.Entry;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Writes down who alone may read a case from when on, so that it is reviewed with the other exceptions. */
@ApplicationScoped
class ReadersConsumer implements EventConsumer<CaseEvent> {

    private final ExceptionRows rows;

    ReadersConsumer(ExceptionRows rows) {
        this.rows = rows;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return fact instanceof ReadersRestricted restricted
                ? rows.add(entry(restricted, envelope)).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private static Entry entry(ReadersRestricted restricted, Envelope envelope) {
        return new Entry(
                envelope.id(),
                ExceptionKind.READERS,
                restricted.incidentId(),
                envelope.actor(),
                "",
                List.of(),
                restricted.readers(),
                Optional.empty(),
                envelope.time(),
                Optional.empty());
    }
}
