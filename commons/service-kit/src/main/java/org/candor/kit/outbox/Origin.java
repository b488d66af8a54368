package org.candor.kit.outbox;

import org.candor.events.Envelope;

/**
 * Where a fact comes from.
 *
 * @param entityId legal entity; empty where the fact belongs to none
 * @param drill true for an exercise
 * @param actor a staff subject id, {@link Envelope#REPORTER} or {@link Envelope#SYSTEM}
 */
public record Origin(String entityId, boolean drill, String actor) {

    public static Origin system(String entityId, boolean drill) {
        return new Origin(entityId, drill, Envelope.SYSTEM);
    }
}
