package org.candor.notification.post;

import java.io.IOException;
import java.util.UUID;
import org.candor.notification.Hashes;
import org.candor.notification.post.PostalBatches.Contents;

/**
 * Letters that go one by one, each as a batch of its own. Between {@link #hide} and {@link #leave} whoever calls records
 * durably that it is leaving; after a crash he calls {@link #leave} again, and it leaves once.
 */
public final class SingleLetters {

    private final PostalBatches batches;

    SingleLetters(PostalBatches batches) {
        this.batches = batches;
    }

    /** Writes the letter where the print house does not see it. */
    public void hide(UUID id, String entityId, byte[] pdf) throws IOException {
        batches.put(id, id, pdf);
        if (!batches.damaged(id, contents(id, entityId, pdf).letters()).isEmpty()) {
            throw new IOException("a letter is not as it was written");
        }
    }

    /** Lets it leave; where nothing is hidden it has left before, also when the print house has taken it away. */
    public void leave(UUID id, String entityId, byte[] pdf) throws IOException {
        if (!batches.hasLeft(id)) {
            batches.handOver(contents(id, entityId, pdf));
        }
    }

    private static Contents contents(UUID id, String entityId, byte[] pdf) {
        return Contents.single(id, entityId, Hashes.hex(Hashes.sha256(pdf)));
    }
}
