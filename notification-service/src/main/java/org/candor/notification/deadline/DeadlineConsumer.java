package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.candor.events.DeadlineEvent;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Puts every deadline of every service on the board. */
@ApplicationScoped
class DeadlineConsumer implements EventConsumer<Event> {

    private final Deadlines deadlines;

    DeadlineConsumer(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Topic topic() {
        return Topic.OBLIGATION;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPORT, Topic.OBLIGATION, Topic.CASE, Topic.NOTICE, Topic.RETENTION, Topic.PROGRAMME);
    }

    @Override
    public Uni<Handling> on(Event fact, Envelope envelope) {
        return fact instanceof DeadlineEvent deadline
                ? take(deadline, envelope)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private Uni<Handling> take(DeadlineEvent deadline, Envelope envelope) {
        return switch (deadline) {
            case DeadlineSet set -> deadlines.put(set, envelope).replaceWith(Handling.APPLIED);
            case DeadlineMet met -> deadlines.met(met, envelope).replaceWith(Handling.APPLIED);
            case DeadlineCancelled cancelled ->
                deadlines.cancelled(cancelled, envelope).replaceWith(Handling.APPLIED);
        };
    }
}
