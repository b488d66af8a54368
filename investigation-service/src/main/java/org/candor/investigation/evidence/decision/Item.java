package org.candor.investigation.evidence.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece of evidence.
 *
 * @param sha256 of the content when it was collected, hexadecimal; present for what is digital
 * @param handovers the moments of the custody chain, oldest first; the first is the collection
 * @param fileKept true once its file is stored
 * @param integrity whether the stored file was found changed
 */
public record Item(Kind kind, Optional<String> sha256, List<Instant> handovers, boolean fileKept, Integrity integrity) {

    public Item {
        handovers = List.copyOf(handovers);
    }

    public enum Kind {
        DIGITAL,
        PHYSICAL
    }

    /** What is known of a stored file. */
    public enum Integrity {
        UNDOUBTED,
        /** Found to differ from its hash; nobody has looked into it yet. */
        ALTERED,
        /** Found to differ, and an officer has written down what he found. */
        EXAMINED
    }

    Instant lastHandover() {
        return handovers.getLast();
    }
}
