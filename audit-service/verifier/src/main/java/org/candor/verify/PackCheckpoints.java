package org.candor.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The checkpoints of a pack: each signed, and each log only growing from one to the next. */
final class PackCheckpoints {

    private static final Set<String> MEMBERS = Set.of("log", "size", "checkpoint", "path");

    private final Map<String, NavigableMap<Long, CheckpointNote>> byLog = new LinkedHashMap<>();

    static PackCheckpoints check(Pack pack, Checks checks, Keyring keys) throws IOException, Unreadable, DoesNotHold {
        PackCheckpoints checkpoints = new PackCheckpoints();
        int count = 0;
        try (PackLines lines = pack.lines("checkpoints.jsonl", MEMBERS)) {
            for (Members line = lines.next(); line != null; line = lines.next()) {
                checkpoints.add(line, checks, keys);
                count++;
            }
        }
        checks.holds("checkpoints", count + " signed by the trail's key, each log only growing from one to the next");
        for (NavigableMap<Long, CheckpointNote> log : checkpoints.byLog.values()) {
            CheckpointNote newest = log.lastEntry().getValue();
            checks.holds("log", newest.origin() + ", " + newest.size() + " entries");
            newest.checkWitness(checks, keys);
            if (keys.witnesses().isEmpty() && newest.cosignatures().isEmpty()) {
                checks.note(
                        "witness", "no witness has signed: who has the trail's key could have made another history");
            }
        }
        return checkpoints;
    }

    /** The newest of that log: the one on which every entry's proof leans. */
    Optional<CheckpointNote> newest(String origin) {
        return Optional.ofNullable(byLog.get(origin)).map(log -> log.lastEntry().getValue());
    }

    /** That log's checkpoint of exactly that size. */
    Optional<CheckpointNote> ofSize(String origin, long size) {
        NavigableMap<Long, CheckpointNote> log = byLog.get(origin);
        return log == null ? Optional.empty() : Optional.ofNullable(log.get(size));
    }

    /** Logs of past years that are not there: each by two people, and as it ends in the log of logs. */
    static List<LogRemoval> removals(PackManifest manifest, Checks checks, Keyring keys)
            throws Unreadable, DoesNotHold {
        List<LogRemoval> removals = new ArrayList<>();
        for (String order : manifest.removed()) {
            LogRemoval removal = LogRemoval.read(order);
            boolean holds = false;
            for (String closed : manifest.closed()) {
                holds |= removal.holds(CheckpointNote.read(closed), keys);
            }
            checks.require(
                    holds,
                    "removed",
                    removal.words(),
                    "the removal of " + removal.origin() + " is not signed, or not of the log that ended so");
            removals.add(removal);
        }
        return removals;
    }

    private void add(Members line, Checks checks, Keyring keys) throws Unreadable, DoesNotHold {
        CheckpointNote note = CheckpointNote.read(line.text("checkpoint"));
        String name = "the checkpoint of size " + note.size() + " of " + note.origin();
        checks.demand(
                note.origin().equals(line.text("log")) && note.size() == line.number("size"),
                "checkpoint",
                name + " stands where another should");
        checks.demand(
                keys.trail(note.origin(), note.own().keyHash()).isPresent(),
                "key",
                name + " names key " + note.keyId() + ", believed is " + keys.names(note.origin()));
        checks.demand(note.isSigned(keys), "signature", name + " is not signed by the key that it names");
        NavigableMap<Long, CheckpointNote> earlier = byLog.computeIfAbsent(note.origin(), origin -> new TreeMap<>());
        if (!earlier.isEmpty()) {
            CheckpointNote before = earlier.lastEntry().getValue();
            checks.demand(
                    before.size() < note.size()
                            && MerklePath.consistent(
                                    before.size(), before.root(), note.size(), note.root(), line.listOfBytes("path")),
                    "consistency",
                    name + " does not begin with the one of size " + before.size()
                            + ": what changed is an entry with a number below " + before.size());
        }
        earlier.put(note.size(), note);
    }

    /** The last checkpoints of past years stand in the log of logs, and a pack that has such a log has its last. */
    void checkLogOfLogs(PackManifest manifest, Checks checks, Keyring keys) throws Unreadable, DoesNotHold {
        if (manifest.closed().isEmpty() && manifest.logOfLogs().isEmpty()) {
            return;
        }
        TreeHash tree = new TreeHash();
        for (String note : manifest.closed()) {
            CheckpointNote closed = CheckpointNote.read(note);
            checks.demand(closed.isSigned(keys), "log of logs", closed.origin() + " does not end with a signed state");
            Optional<CheckpointNote> ours = newest(closed.origin());
            checks.demand(
                    ours.isEmpty() || Arrays.equals(ours.get().root(), closed.root()),
                    "log of logs",
                    closed.origin() + " ends otherwise than the log of logs has it");
            tree.append(MerklePath.leafHash(note.getBytes(StandardCharsets.UTF_8)));
        }
        CheckpointNote all = CheckpointNote.read(manifest.logOfLogs());
        checks.require(
                all.isSigned(keys) && all.size() == tree.size() && Arrays.equals(all.root(), tree.root()),
                "log of logs",
                tree.size() + " past years under one signed root",
                "the past years are not those that were signed together");
    }
}
