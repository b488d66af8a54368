package org.candor.breach;

import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.StrictBodies;
import org.junit.jupiter.api.Test;

/** Nobody sets what he was not asked for. */
@QuarkusTest
@OnRealPlatform
class StrictBodiesTest {

    /** Stores nothing, and names in its answer what it did not know. */
    private static final String PREVIEW = "POST /obligations/preview";

    @Test
    void fieldsThatAreUnknownOrNotTheCallersAreRefusedByName() {
        new StrictBodies().with("jurisdiction", "MA").refuseWhatTheyDoNotKnow(PREVIEW);
    }
}
