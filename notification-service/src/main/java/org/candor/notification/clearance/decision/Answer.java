package org.candor.notification.clearance.decision;

import java.time.LocalDate;

/** What breach-service said of one kind of notice. */
public sealed interface Answer {

    /** Nothing holds it. */
    record Clear() implements Answer {}

    /** @param until first day on which it may go again */
    record Held(LocalDate until) implements Answer {}

    /** No notice of that kind is owed for this breach. */
    record NotOwed() implements Answer {}

    /** Not reached, refused, or nothing that can be read. */
    record Silence() implements Answer {}
}
