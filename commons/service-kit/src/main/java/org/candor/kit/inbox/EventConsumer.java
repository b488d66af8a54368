package org.candor.kit.inbox;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Topic;

/**
 * Applies the facts of a topic. Called once per event inside the transaction that also holds its inbox row, in order of
 * the key. Several consumers of one topic are called one after another in that transaction.
 */
public interface EventConsumer<E extends Event> {

    Topic topic();

    /** All topics of this consumer, where it is more than one. */
    default Set<Topic> topics() {
        return Set.of(topic());
    }

    Uni<Handling> on(E fact, Envelope envelope);
}
