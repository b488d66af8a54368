package org.candor.kit.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** A submitted report has an effect at once, a routed one waits for the assessment; the relation may ask for a failure. */
@ApplicationScoped
class ReportConsumer implements EventConsumer<ReportEvent> {

    private final Effects effects;
    private final Outbox outbox;

    ReportConsumer(Effects effects, Outbox outbox) {
        this.effects = effects;
        this.outbox = outbox;
    }

    @Override
    public Topic topic() {
        return Topic.REPORT;
    }

    @Override
    public Uni<Handling> on(ReportEvent fact, Envelope envelope) {
        return switch (fact) {
            case ReportSubmitted submitted -> submitted(submitted, envelope);
            case ReportRouted routed -> routed(routed, envelope);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private Uni<Handling> submitted(ReportSubmitted fact, Envelope envelope) {
        return effects.add(envelope, fact.incidentId(), "submitted")
                .chain(() -> outbox.publish(
                        Topic.CASE,
                        new CaseReopened(fact.incidentId(), fact.receivedAt()),
                        Origin.system(envelope.entityId(), envelope.drill())))
                .chain(() -> asTold(fact))
                .replaceWith(Handling.APPLIED);
    }

    private Uni<Integer> asTold(ReportSubmitted fact) {
        return switch (fact.relation()) {
            case "THROWS" -> throw new IllegalStateException("canary of the handler");
            case "READS_A_FILE" -> throw new UncheckedIOException(new FileNotFoundException("canary of the handler"));
            case "VIOLATES" ->
                Sql.update("insert into ledger_fault select ?1 from generate_series(1, 2)", fact.incidentId());
            case "NULL" -> null;
            case "MAY_FAIL" ->
                effects.mustFail(fact.incidentId()).map(fails -> {
                    if (fails) {
                        throw new IllegalStateException("canary of the handler");
                    }
                    return 0;
                });
            default -> Uni.createFrom().item(0);
        };
    }

    private Uni<Handling> routed(ReportRouted fact, Envelope envelope) {
        return effects.add(envelope, fact.incidentId(), fact.reason())
                .chain(() -> effects.has(fact.incidentId(), "assessed"))
                .chain(assessed ->
                        assessed ? applied(fact, envelope) : Uni.createFrom().item(Handling.WAITING));
    }

    private Uni<Handling> applied(ReportRouted fact, Envelope envelope) {
        if (fact.reason().equals("THROWS")) {
            throw new IllegalStateException("canary of the handler");
        }
        return outbox.publish(
                        Topic.CASE,
                        new CaseReopened(fact.incidentId(), envelope.time()),
                        Origin.system(envelope.entityId(), envelope.drill()))
                .replaceWith(Handling.APPLIED);
    }
}
