package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.Envelope;
import org.candor.events.NoticeEvent;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/**
 * A notice that notification-service sent to a covered entity: it names the deadline of that entity as the duty which it
 * fulfils. Paper that nobody tells is recorded by hand.
 */
@ApplicationScoped
class CoveredEntityNotices implements EventConsumer<NoticeEvent> {

    private final AffectedWork work;

    CoveredEntityNotices(AffectedWork work) {
        this.work = work;
    }

    @Override
    public Topic topic() {
        return Topic.NOTICE;
    }

    @Override
    public Uni<Handling> on(NoticeEvent fact, Envelope envelope) {
        return fact instanceof RegulatorNotified told
                ? work.noticed(told.incidentId(), told.obligationId(), told.notifiedOn(), envelope.actor())
                        .replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }
}
