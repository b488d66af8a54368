package org.candor.notification.accounting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.candor.events.Envelope;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** A hold that changes changes when an accounting has to be completed that was given while it held. */
@ApplicationScoped
class HoldConsumer implements EventConsumer<ObligationEvent> {

    private static final Set<ObligationKind> BY_LETTER =
            EnumSet.of(ObligationKind.INDIVIDUAL_NOTICE, ObligationKind.STATE_INDIVIDUAL_NOTICE);

    private final LeftOutRows leftOut;
    private final Clock clock;

    HoldConsumer(LeftOutRows leftOut, Clock clock) {
        this.leftOut = leftOut;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Uni<Handling> on(ObligationEvent fact, Envelope envelope) {
        return fact instanceof ObligationsComputed computed
                ? move(computed).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private Uni<Void> move(ObligationsComputed computed) {
        return leftOut.ofIncident(computed.incidentId())
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            LocalDate today = LocalDate.ofInstant(clock.instant(), row.zone());
                            return leftOut.move(row, heldUntil(computed, today), today);
                        })
                        .onItem()
                        .ignoreAsUni());
    }

    private static Optional<LocalDate> heldUntil(ObligationsComputed computed, LocalDate today) {
        return computed.obligations().stream()
                .filter(duty -> BY_LETTER.contains(duty.kind()) && duty.completedOn() == null)
                .map(Obligation::heldUntil)
                .filter(Objects::nonNull)
                .filter(today::isBefore)
                .max(Comparator.naturalOrder());
    }
}
