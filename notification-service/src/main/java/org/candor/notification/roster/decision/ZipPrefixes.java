package org.candor.notification.roster.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which states the first three digits of a ZIP code serve. Data, not code: the ranges come from a versioned file. */
public final class ZipPrefixes {

    /** All prefixes from {@code from} to {@code to}, both included, serve the state. */
    public record Range(int from, int to, String state) {}

    private final List<Range> ranges;
    private final Set<String> states = new HashSet<>();

    public ZipPrefixes(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
        this.ranges.forEach(range -> states.add(range.state()));
    }

    /** True for a state, the District, a territory or an armed forces region that mail goes to. */
    public boolean knows(String state) {
        return states.contains(state);
    }

    /** True when mail with that ZIP code goes to that state; {@code zip} starts with three digits. */
    public boolean agree(String zip, String state) {
        int prefix = Integer.parseInt(zip.substring(0, 3));
        return ranges.stream()
                .anyMatch(range -> range.from() <= prefix
                        && prefix <= range.to()
                        && range.state().equals(state));
    }
}
