package org.candor.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of a pack and those that were left out, merged by their places in the trail: each under a signed root, those of a
 * period without a gap. A log that is there from its first entry is recomputed as a whole too.
 */
final class PackEntries {

    /** The files that hold them; they are measured as they are read. */
    static final List<String> FILES = List.of("entries.jsonl", "left-out.jsonl");

    private static final Set<String> ENTRY = Set.of("place", "log", "number", "entry", "path");
    private static final Set<String> LEFT_OUT = Set.of("place", "log", "number", "leafHash", "path");

    private final PackManifest manifest;
    private final PackCheckpoints checkpoints;
    private final Checks checks;
    private final Set<String> unnamed;
    private final List<LogRemoval> removals;
    private final Map<String, TreeHash> whole = new HashMap<>();
    private final PathFollower pathsOfEntries = new PathFollower();
    private final PathFollower pathsOfLeftOut = new PathFollower();
    private long last = -1;
    private long entries;
    private long leftOut;
    private long recomputed;

    /**
     * @param documents hashes of documents, each of which some entry must name
     * @param removals logs whose places may be missing
     */
    PackEntries(
            PackManifest manifest,
            PackCheckpoints checkpoints,
            Checks checks,
            Set<String> documents,
            List<LogRemoval> removals) {
        this.manifest = manifest;
        this.checkpoints = checkpoints;
        this.checks = checks;
        this.unnamed = new HashSet<>(documents);
        this.removals = removals;
    }

    void check(Pack pack) throws IOException, Unreadable, DoesNotHold {
        try (PackLines seen = pack.lines(FILES.get(0), ENTRY);
                PackLines unseen = pack.lines(FILES.get(1), LEFT_OUT)) {
            Members entry = seen.next();
            Members other = unseen.next();
            while (entry != null || other != null) {
                if (other == null || (entry != null && entry.number("place") <= other.number("place"))) {
                    entry(entry);
                    entry = seen.next();
                } else {
                    leftOut(other);
                    other = unseen.next();
                }
            }
            measured(seen);
            measured(unseen);
        }
        sum();
    }

    private void measured(PackLines lines) throws DoesNotHold {
        PackManifest.Listed measured = lines.measured();
        checks.demand(
                manifest.listed(measured.name()).filter(measured::equals).isPresent(),
                "files",
                measured.name() + " is not what the manifest says");
    }

    private void entry(Members line) throws Unreadable, DoesNotHold {
        long place = line.number("place");
        byte[] bytes = line.bytes("entry");
        EntryReader read = read(place, bytes);
        demand(read.statesItsData(), "data", place, "length or SHA-256 of its data is not what it states");
        demand(
                !manifest.isOfAnIncident()
                        || List.of(read.get("incidents").split(" ")).contains(manifest.incident()),
                "incident",
                place,
                "does not name the incident of the pack");
        if (!unnamed.isEmpty()) {
            unnamed.removeIf(read.dataText()::contains);
        }
        proven(line, place, MerklePath.leafHash(bytes), pathsOfEntries);
        entries++;
    }

    private EntryReader read(long place, byte[] bytes) throws DoesNotHold {
        try {
            return EntryReader.of(bytes);
        } catch (Unreadable e) {
            checks.fail("entry", "the entry at place " + place + ": " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    private void leftOut(Members line) throws Unreadable, DoesNotHold {
        proven(line, line.number("place"), line.bytes("leafHash"), pathsOfLeftOut);
        leftOut++;
    }

    private void proven(Members line, long place, byte[] leafHash, PathFollower paths) throws Unreadable, DoesNotHold {
        demand(place > last, "order", place, "does not come after the one before");
        if (!manifest.isOfAnIncident() && last >= 0 && place != last + 1) {
            demand(place == afterRemoved(last + 1), "density", last + 1, "is missing: the next one is at " + place);
        }
        last = place;
        String origin = line.text("log");
        long number = line.number("number");
        demand(manifest.hasAt(origin, place - number), "place", place, "is not that number of its log");
        Optional<CheckpointNote> newest = checkpoints.newest(origin);
        demand(newest.isPresent(), "place", place, "stands in a log of which there is no checkpoint");
        demand(
                paths.leads(number, leafHash, line.listOfBytes("path"), newest.get()),
                "path",
                place,
                "is not what was signed: its path does not lead to the root");
        recompute(origin, number, leafHash, place);
    }

    /** The next place that must be there: those of a removed log need not. */
    private long afterRemoved(long next) {
        long place = next;
        for (LogRemoval removal : removals) {
            place = removal.first() == place ? place + removal.size() : place;
        }
        return place;
    }

    /** From the first entry on, as long as none is missing. */
    private void recompute(String origin, long number, byte[] leafHash, long place) throws DoesNotHold {
        if (number == 0) {
            whole.put(origin, new TreeHash());
        }
        TreeHash tree = whole.get(origin);
        if (tree == null || tree.size() != number) {
            return;
        }
        tree.append(leafHash);
        Optional<CheckpointNote> signed = checkpoints.ofSize(origin, tree.size());
        if (signed.isPresent()) {
            demand(
                    Arrays.equals(signed.get().root(), tree.root()),
                    "root",
                    place,
                    "ends a log that is not what was signed");
            recomputed++;
        }
    }

    private void sum() throws DoesNotHold {
        checks.require(
                entries == manifest.entries() && leftOut == manifest.leftOut(),
                "entries",
                entries + " entries and " + leftOut + " that the reader may not see, all under a signed root"
                        + (manifest.isOfAnIncident() ? "" : ", without a gap")
                        + (recomputed == 0 ? "" : "; " + recomputed + " roots recomputed from the first entry on"),
                "there are " + entries + " entries and " + leftOut + " left out, the manifest says "
                        + manifest.entries() + " and " + manifest.leftOut());
        checks.require(
                unnamed.isEmpty(),
                "documents",
                "every document is named by its hash in an entry",
                "no entry names the document with SHA-256 "
                        + unnamed.stream().findFirst().orElse(""));
    }

    private void demand(boolean condition, String check, long place, String fails) throws DoesNotHold {
        if (!condition) {
            checks.fail(check, "the entry at place " + place + " " + fails);
        }
    }
}
