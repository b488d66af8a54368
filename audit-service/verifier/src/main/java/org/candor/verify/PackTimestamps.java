package org.candor.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The time-stamps of a pack ({@code timestamps.jsonl}): each over a checkpoint of it, so that what it holds was there at that time,
 * says somebody who has nothing to do with the trail.
 */
final class PackTimestamps {

    private static final String NAME = "timestamps.jsonl";
    private static final Set<String> MEMBERS = Set.of("log", "size", "token");

    private final PackCheckpoints checkpoints;
    private final PackManifest manifest;
    private final Keyring keys;
    private final Checks checks;
    private int count;

    PackTimestamps(PackCheckpoints checkpoints, PackManifest manifest, Keyring keys, Checks checks) {
        this.checkpoints = checkpoints;
        this.manifest = manifest;
        this.keys = keys;
        this.checks = checks;
    }

    void check(Pack pack) throws IOException, Unreadable, DoesNotHold {
        if (pack.names().contains(NAME)) {
            try (PackLines lines = pack.lines(NAME, MEMBERS)) {
                for (Members line = lines.next(); line != null; line = lines.next()) {
                    stamped(line);
                    count++;
                }
            }
        }
        checks.demand(
                keys.tsas().isEmpty() || count > 0,
                "timestamp",
                "the pack holds no time-stamp, and --tsa asks for one");
        if (keys.tsas().isEmpty() && count > 0) {
            checks.note(
                    "timestamp", count + " time-stamps: not checked, give --tsa with the certificate of who stamped");
        }
    }

    private void stamped(Members line) throws Unreadable, DoesNotHold {
        String name = "the checkpoint of size " + line.number("size") + " of " + line.text("log");
        Optional<String> note = note(line.text("log"), line.number("size"));
        checks.demand(note.isPresent(), "timestamp", "there is a time-stamp of " + name + ", and not the checkpoint");
        if (keys.tsas().isEmpty()) {
            return;
        }
        byte[] hash = MerklePath.sha256(note.get().getBytes(StandardCharsets.UTF_8));
        TimestampToken token = TimestampToken.read(line.bytes("token"));
        for (TsaCertificate tsa : keys.tsas()) {
            if (token.isOf(hash, tsa)) {
                checks.holds("timestamp", name + " was there at " + token.time() + ", says " + tsa.name());
                return;
            }
        }
        checks.fail(
                "timestamp", "the time-stamp of " + name + " is not of it, or not by a certificate given with --tsa");
    }

    private Optional<String> note(String log, long size) throws Unreadable {
        Optional<String> ofYear = checkpoints.ofSize(log, size).map(CheckpointNote::signedNote);
        if (ofYear.isPresent() || manifest.logOfLogs().isEmpty()) {
            return ofYear;
        }
        CheckpointNote all = CheckpointNote.read(manifest.logOfLogs());
        return all.origin().equals(log) && all.size() == size ? Optional.of(all.signedNote()) : Optional.empty();
    }
}
