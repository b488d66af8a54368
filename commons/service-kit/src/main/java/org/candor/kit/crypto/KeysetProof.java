package org.candor.kit.crypto;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A keyset wraps and unwraps nothing before it has opened what this installation wrapped before. Another one would seal new
 * incidents with keys that the right one can't open, and they would be lost with it.
 */
@ApplicationScoped
public class KeysetProof {

    private final InstallationKeys installation;
    private volatile boolean proven;

    KeysetProof(InstallationKeys installation) {
        this.installation = installation;
    }

    /** Fails with {@code KEYS_UNAVAILABLE}, or with what keeps the database from answering. */
    public Uni<Void> required() {
        return proven
                ? Uni.createFrom().voidItem()
                : installation.load(BlindIndex.NAME).invoke(() -> proven = true).replaceWithVoid();
    }
}
