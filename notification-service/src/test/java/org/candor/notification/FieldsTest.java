package org.candor.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.FieldViews;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.502(b), A-10 to A-12: each role is shown of affected people what {@code fields.csv} says that it needs. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class FieldsTest {

    @Test
    void eachRoleIsShownWhatTheTableSays() {
        UUID incident = Fixtures.breach(false, Fixtures.everything());
        Fixtures.importing(incident, Fixtures.roster()).then().statusCode(200);
        FieldViews.of(Map.of("incidentId", incident))
                .areAsListed(
                        List.of("/campaigns/{incidentId}/people", "/campaigns/{incidentId}/roster"),
                        "GET /campaigns/{incidentId}/roster-imports/{importId}",
                        "GET /campaigns/{incidentId}/roster-imports/{importId}/progress",
                        "GET /campaigns/{incidentId}/roster-imports/{importId}/result.csv");
    }
}
