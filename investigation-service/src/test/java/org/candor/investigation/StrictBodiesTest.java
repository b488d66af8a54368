package org.candor.investigation;

import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.StrictBodies;
import org.junit.jupiter.api.Test;

/** Nobody sets what he was not asked for. */
@QuarkusTest
@OnRealPlatform
class StrictBodiesTest {

    @Test
    void fieldsThatAreUnknownOrNotTheCallersAreRefusedByName() {
        new StrictBodies().with("form", "4-I-A").with("person", "nobody").refuseWhatTheyDoNotKnow();
    }
}
