package org.candor.audit.selfcheck.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candor.audit.trail.decision.LogRemoval;

/**
 * What a check of the whole trail says, over all its logs.
 *
 * @param entries that were recomputed
 * @param signedEntries how many of them stand under a signed checkpoint
 * @param removed logs of past years that two people had removed, each with the order
 * @param difference the first thing that does not hold
 */
public record Verdict(long entries, long signedEntries, List<String> removed, Optional<Difference> difference) {

    /** What does not hold; the indices are places in the trail. */
    public record Difference(long firstIndex, long lastIndex, String what) {}

    /** Nothing was checked yet. */
    public static final Verdict NOTHING = new Verdict(0, 0, List.of(), Optional.empty());

    /** With the check of one more log, whose first entry has that place in the trail. */
    public Verdict with(long first, TrailCheck check) {
        return new Verdict(
                entries + check.size(),
                signedEntries + check.signedSize(),
                removed,
                difference.or(() -> check.finding()
                        .map(found ->
                                new Difference(first + found.firstIndex(), first + found.lastIndex(), found.what()))));
    }

    /** With something else that does not hold. */
    public Verdict with(Optional<Difference> other) {
        return new Verdict(entries, signedEntries, removed, difference.or(() -> other));
    }

    /** With a log that is not there, because two people ordered so. */
    public Verdict without(LogRemoval removal) {
        List<String> all = new ArrayList<>(removed);
        all.add(removal.origin() + " by order " + removal.removalId());
        return new Verdict(entries, signedEntries, List.copyOf(all), difference);
    }

    public boolean holds() {
        return difference.isEmpty();
    }

    /** The lines that are signed. */
    public String text(String trail, Instant now) {
        List<String> lines = List.of(
                "candor-self-check/1",
                trail,
                now.toString(),
                "entries " + entries + ", signed " + signedEntries
                        + removed.stream().map(log -> ", removed " + log).collect(Collectors.joining()),
                difference
                        .map(d -> "differs from " + d.firstIndex() + " to " + d.lastIndex() + ": " + d.what())
                        .orElse("holds"));
        return String.join("\n", lines) + "\n";
    }
}
