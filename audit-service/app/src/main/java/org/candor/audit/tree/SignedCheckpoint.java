package org.candor.audit.tree;

import java.time.Instant;
import org.candor.audit.tree.decision.Checkpoint;

/** A checkpoint as it was signed; {@code note} is what a verifier reads. */
public record SignedCheckpoint(Checkpoint checkpoint, String keyId, String note, Instant signedAt) {

    public long size() {
        return checkpoint.size();
    }

    /** The same state, signed once: a state that was put back and grown again has another note. */
    boolean isTheSameAs(SignedCheckpoint other) {
        return note.equals(other.note);
    }
}
