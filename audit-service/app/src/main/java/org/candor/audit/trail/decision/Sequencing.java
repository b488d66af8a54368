package org.candor.audit.trail.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives arriving events their places: the next free index for one that is new, the first index for one that came before.
 * Indices start at 0 and have no gaps.
 */
public final class Sequencing {

    /** A place; {@code fresh} is false when the event had it already. */
    public record Place(long index, boolean fresh) {}

    private Sequencing() {}

    /**
     * @param next the first free index
     * @param known places of those arrivals that are in the trail
     * @param arrivals ids of events in the order of their arrival
     * @return as many places, in that order
     */
    public static List<Place> decide(long next, Map<UUID, Long> known, List<UUID> arrivals) {
        Map<UUID, Long> places = new HashMap<>(known);
        List<Place> placed = new ArrayList<>();
        long free = next;
        for (UUID arrival : arrivals) {
            Long first = places.putIfAbsent(arrival, free);
            placed.add(first == null ? new Place(free++, true) : new Place(first, false));
        }
        return List.copyOf(placed);
    }
}
