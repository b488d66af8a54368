package org.candor.audit.pack.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The facts of a pack by the time at which they happened, and who looked how often. Holds a bounded number of each. */
public final class Timeline {

    /** More than this nobody reads on paper; the rest stands in the pack's entries. */
    public static final int MOST_FACTS = 2_000;

    private static final int MOST_READERS = 500;

    /** Something that happened; {@code place} is where it stands in the trail. */
    public record Fact(long place, Instant at, String fact, String actor) {}

    /** Who did what with records, and how often. */
    public record Access(String actor, String action, long times) {}

    private record Reading(String actor, String action) {}

    private final List<Fact> facts = new ArrayList<>();
    private final TreeMap<Reading, Long> readings =
            new TreeMap<>(Comparator.comparing(Reading::actor).thenComparing(Reading::action));
    private long untold;
    private boolean drill;

    /** {@code type} such as {@code org.candor.investigation.case-closed.v1}, of which the fact is the last part but one. */
    public void fact(long place, Instant at, String type, String actor, boolean isDrill) {
        drill |= isDrill;
        if (facts.size() == MOST_FACTS) {
            untold++;
            return;
        }
        String[] parts = type.split("\\.");
        facts.add(new Fact(place, at, parts.length < 2 ? type : parts[parts.length - 2], actor));
    }

    public void access(String actor, String action) {
        Reading reading = new Reading(actor, action);
        if (readings.size() < MOST_READERS || readings.containsKey(reading)) {
            readings.merge(reading, 1L, Long::sum);
        } else {
            untold++;
        }
    }

    /** By time, and by place where two happened at once. */
    public List<Fact> facts() {
        return facts.stream()
                .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::place))
                .toList();
    }

    public List<Access> accesses() {
        return readings.entrySet().stream()
                .map(one -> new Access(one.getKey().actor(), one.getKey().action(), one.getValue()))
                .toList();
    }

    /** How many found no room. */
    public long untold() {
        return untold;
    }

    /** True when something in it belongs to an exercise. */
    public boolean drill() {
        return drill;
    }
}
