package org.candor.breach;

import static org.awaitility.Awaitility.await;
import static org.candor.test.access.HiddenObjects.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.candor.test.access.HiddenObjects;
import org.junit.jupiter.api.Test;

/** a breach does not exist for the recused, for whoever is outside a restricted case, and for other entities. */
@QuarkusTest
@OnRealPlatform
class HiddenIncidentTest {

    private static final String NEEDS_A_SCOPE = "GET /breaches/{incidentId}/clearance";

    @Test
    void nothingTellsThatItExists() {
        Story story = Story.asked().breach();
        String obligation = story.obligations().path("obligations[0].obligationId");
        HiddenObjects breach = HiddenObjects.of(Map.of("incidentId", story.incidentId, "obligationId", obligation))
                .with("edition", "1")
                .with("jurisdiction", "MA")
                .with("year", "2026");
        breach.areShownTo(person("kim").signed(), NEEDS_A_SCOPE);

        story.routing().recusing("pat").restrictedTo("robin", "pat").version(2).send();
        String recused = person("pat").signed();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.given()
                                .auth()
                                .oauth2(recused)
                                .get(story.path(""))
                                .statusCode()
                        == 404);

        breach.doNotExistFor("a recused officer", recused, "incidentId")
                .doNotExistFor("an officer outside the case", person("kim").signed(), "incidentId")
                .doNotExistFor(
                        "another entity's officer",
                        person("robin").entities("another-city").signed(),
                        "incidentId")
                .areShownTo(person("robin").signed(), NEEDS_A_SCOPE);
    }
}
