package org.candor.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.candor.verify.CheckpointNote;
import org.candor.verify.MerklePath;
import org.candor.verify.Unreadable;

/**
 * Decides about one checkpoint after another. Promises: it never signs two states of a log of which the one does not begin with
 * the other, and what it has signed it still knows after a power cut.
 */
final class Watching {

    private final Logs logs;
    private final Seen seen;
    private final WitnessKeys keys;
    private final Clock clock;

    Watching(Logs logs, Seen seen, WitnessKeys keys, Clock clock) {
        this.logs = logs;
        this.seen = seen;
        this.keys = keys;
        this.clock = clock;
    }

    /** One at a time, from the comparison to the disk. */
    synchronized Answer add(String body) throws IOException {
        Submission submission;
        try {
            submission = Submission.read(body);
        } catch (Unreadable e) {
            return Answer.refused(400, e.getMessage());
        }
        CheckpointNote checkpoint = submission.checkpoint();
        if (!logs.knows(checkpoint.origin())) {
            return Answer.refused(404, "this log is not watched here");
        }
        if (!logs.signed(checkpoint)) {
            return Answer.refused(403, "the checkpoint is not signed by a key of this log");
        }
        if (submission.old() > checkpoint.size()) {
            return Answer.refused(400, "the old size is larger than the checkpoint's");
        }
        return compare(submission, seen.last(checkpoint.origin()));
    }

    private Answer compare(Submission submission, Optional<CheckpointNote> last) throws IOException {
        CheckpointNote checkpoint = submission.checkpoint();
        long known = last.map(CheckpointNote::size).orElse(0L);
        if (submission.old() != known) {
            return Answer.lastSaw(known);
        }
        byte[] knownRoot = last.map(CheckpointNote::root).orElseGet(MerklePath::sha256);
        // The same size with another root is a second history.
        if (checkpoint.size() == known && !Arrays.equals(checkpoint.root(), knownRoot)) {
            return Answer.lastSaw(known);
        }
        if (!MerklePath.consistent(known, knownRoot, checkpoint.size(), checkpoint.root(), submission.path())) {
            return Answer.refused(422, "the proof does not show that the log has only grown");
        }
        // Remembered before it is answered: a signature that left must never be forgotten.
        seen.remember(checkpoint.origin(), submission.note());
        return Answer.signed(keys.cosign(checkpoint.text(), clock.instant()));
    }
}
