package org.candor.kit.disposal;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * A service's blind index values of one incident. They outlive its data key, because they are made with a key of the
 * installation, and would still tell who wrote what; so each table that holds some has a bean of this type.
 */
public interface BlindIndexRows {

    /** Destroys them; called inside a transaction, and a second time finds none. Answers how many there were. */
    Uni<Integer> destroy(UUID incidentId);
}
