package org.candor.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.StrictBodies;
import org.junit.jupiter.api.Test;

/** Nobody sets what he was not asked for. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class StrictBodiesTest {

    /** A list of subjects, and answers by id of their field: each refuses a body of another form, and an id that it does not know. */
    private static final String[] OTHER_FORMS = {
        "PUT /campaigns/{incidentId}/hhs-worksheet", "PUT /campaigns/{incidentId}/toll-free-line/staff"
    };

    @Test
    void fieldsThatAreUnknownOrNotTheCallersAreRefusedByName() {
        new StrictBodies().with("template", "4-III-B").refuseWhatTheyDoNotKnow(OTHER_FORMS);
    }
}
