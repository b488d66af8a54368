package org.candor.audit.disposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.candor.audit.disposal.decision.Disposal;
import org.candor.audit.retention.DisposalDuty;
import org.candor.events.Envelope;
import org.candor.events.RetentionEvent;
import org.candor.events.RetentionEvent.DisposalCompleted;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Counts which services have destroyed their data key; the last of them completes the disposal. */
@ApplicationScoped
class ConfirmationConsumer implements EventConsumer<RetentionEvent> {

    private final Disposals disposals;
    private final Standings standings;
    private final DisposalDuty duty;
    private final Outbox outbox;
    private final Clock clock;

    ConfirmationConsumer(Disposals disposals, Standings standings, DisposalDuty duty, Outbox outbox, Clock clock) {
        this.disposals = disposals;
        this.standings = standings;
        this.duty = duty;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.RETENTION;
    }

    @Override
    public Uni<Handling> on(RetentionEvent fact, Envelope envelope) {
        return fact instanceof KeyDestroyed destroyed
                ? confirm(destroyed, producer(envelope)).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    /** Who confirms is who published, whatever the fact says. */
    private static String producer(Envelope envelope) {
        return envelope.source().replaceFirst("^/", "");
    }

    private Uni<Void> confirm(KeyDestroyed destroyed, String service) {
        return disposals
                .running(destroyed.disposalId())
                .chain(found -> found.map(row -> confirm(row, service))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> confirm(DisposalRow row, String service) {
        return standings.today(row.entityId).chain(today -> switch (new Disposal.Running(row.confirmedBy())
                .confirm(service, today)) {
            case Disposal.Running running -> {
                row.confirmed = running.confirmed().stream().sorted().toArray(String[]::new);
                yield Uni.createFrom().<Void>voidItem();
            }
            case Disposal.Completed completed -> complete(row, completed);
            case Disposal.Ordered ordered -> Uni.createFrom().<Void>voidItem();
            case Disposal.Refused refused -> Uni.createFrom().<Void>voidItem();
        });
    }

    private Uni<Void> complete(DisposalRow row, Disposal.Completed completed) {
        row.state = DisposalRow.COMPLETED;
        row.confirmed = Disposal.SERVICES.stream().sorted().toArray(String[]::new);
        row.completedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.backupsGoneOn = completed.backupsGoneOn();
        LocalDate on = completed.on();
        Origin origin = row.origin(Envelope.SYSTEM);
        return outbox.publish(
                        Topic.RETENTION,
                        new DisposalCompleted(row.disposalId, row.incidentId, on, row.backupsGoneOn, row.reason),
                        origin)
                .chain(() -> duty.met(row.incidentId, on, origin));
    }
}
