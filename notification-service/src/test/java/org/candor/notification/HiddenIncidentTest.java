package org.candor.notification;

import static org.awaitility.Awaitility.await;
import static org.candor.test.access.HiddenObjects.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.access.HiddenObjects;
import org.junit.jupiter.api.Test;

/** a campaign does not exist for the recused, for whoever is outside a restricted case, and for other entities. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class HiddenIncidentTest {

    /** What a campaign does not have at its beginning. */
    private static final String[] ABSENT = {
        "GET /campaigns/{incidentId}/covered-entities/notices/{noticeId}.pdf",
        "GET /campaigns/{incidentId}/covered-entities/{affectedId}/lists/{listId}.csv",
        "GET /campaigns/{incidentId}/covered-entities/{affectedId}/notice.pdf",
        "GET /campaigns/{incidentId}/disclosure",
        "GET /campaigns/{incidentId}/hhs-submissions/{submissionId}/worksheet.pdf",
        "GET /campaigns/{incidentId}/letters/{noticeId}.pdf",
        "GET /campaigns/{incidentId}/posting",
        "GET /campaigns/{incidentId}/regulator-notices/{noticeId}/notice.pdf",
        "GET /campaigns/{incidentId}/roster-imports/{importId}",
        "GET /campaigns/{incidentId}/roster-imports/{importId}/progress",
        "GET /campaigns/{incidentId}/roster-imports/{importId}/result.csv",
        "GET /campaigns/{incidentId}/runs/{runId}",
        "GET /campaigns/{incidentId}/telephone-tasks/{taskId}",
        "GET /campaigns/{incidentId}/toll-free-line",
    };

    @Test
    void nothingTellsThatItExists() {
        UUID incident = Fixtures.breach(false, Fixtures.everything());
        Fixtures.approved(incident, "4-III-B", "en");
        Fixtures.importing(incident, Fixtures.roster()).then().statusCode(200);
        HiddenObjects campaign = HiddenObjects.of(Map.of("incidentId", incident))
                .with("obligationId", new UUID(7, 5).toString())
                .with("template", "4-III-B")
                .with("slug", "nothing")
                .with("secret", "x".repeat(43));
        campaign.areShownTo(person("kim").signed(), ABSENT);

        Routing.open(incident, Fixtures.CITY)
                .recusing("pat")
                .restrictedTo("robin", "pat")
                .version(2)
                .send();
        String recused = person("pat").signed();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.given()
                                .auth()
                                .oauth2(recused)
                                .get("/campaigns/" + incident)
                                .statusCode()
                        == 404);

        campaign.doNotExistFor("a recused officer", recused, "incidentId")
                .doNotExistFor("an officer outside the case", person("kim").signed(), "incidentId")
                .doNotExistFor(
                        "another entity's officer",
                        person("robin").entities("another-city").signed(),
                        "incidentId")
                .areShownTo(person("robin").signed(), ABSENT);
    }
}
