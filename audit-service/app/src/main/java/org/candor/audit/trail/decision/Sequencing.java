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

    /** An entry and its place; {@code fresh} is false when the event had its place already. */
    public record Placed(long index, Entry entry, boolean fresh) {}

    private Sequencing() {}

    /**
     * @param next the first free index
     * @param known places of those events of this batch that are in the trail
     */
    public static List<Placed> decide(long next, Map<UUID, Long> known, List<Entry> arrivals) {
        Map<UUID, Long> places = new HashMap<>(known);
        List<Placed> placed = new ArrayList<>();
        long free = next;
        for (Entry arrival : arrivals) {
            Long first = places.putIfAbsent(arrival.eventId(), free);
            placed.add(new Placed(first == null ? free : first, arrival, first == null));
            free += first == null ? 1 : 0;
        }
        return List.copyOf(placed);
    }
}
