package org.candor.audit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.StrictBodies;
import org.junit.jupiter.api.Test;

/** Nobody sets what he was not asked for. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class StrictBodiesTest {

    @Test
    void fieldsThatAreUnknownOrNotTheCallersAreRefusedByName() {
        new StrictBodies().refuseWhatTheyDoNotKnow();
    }
}
