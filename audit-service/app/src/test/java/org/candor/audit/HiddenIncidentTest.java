package org.candor.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.candor.test.access.HiddenObjects.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.access.HiddenObjects;
import org.junit.jupiter.api.Test;

/**
 * entries, documents and readers of an incident do not exist for the recused, also when he is an auditor, for
 * whoever is outside a restricted case, and for other entities.
 */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class HiddenIncidentTest {

    @Test
    void nothingTellsThatItExists() {
        Story story = Story.triaged();
        long index = story.integrated(4);
        String document = KeptFile.of(story, "Form 3-III-B".getBytes(UTF_8))
                .keep()
                .then()
                .statusCode(201)
                .extract()
                .path("documentId");
        HiddenObjects incident = HiddenObjects.of(
                        Map.of("incidentId", story.incidentId(), "documentId", document, "index", index))
                .with("keyId", "00000000")
                .with("year", "2026")
                .with("level", "0")
                .with("tile", "000");
        String[] absent = {
            "GET /entries/{index}/receipt",
            "GET /policies/{policyId}/versions/{number}/attachments/{documentId}",
            "GET /retention/documents/{documentId}",
            "GET /retention/{incidentId}"
        };
        incident.areShownTo(person("kim").signed(), absent);

        Routing.open(story.incidentId(), Story.CITY)
                .recusing("pat")
                .restrictedTo("robin", "pat")
                .version(2)
                .send();
        String recused = person("pat").signed();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        given().auth().oauth2(recused).get("/entries/" + index).statusCode() == 404);

        for (String parameter : new String[] {"incidentId", "documentId", "index"}) {
            incident.doNotExistFor("a recused auditor", recused, parameter)
                    .doNotExistFor("an auditor outside the case", person("kim").signed(), parameter)
                    .doNotExistFor(
                            "another entity's auditor",
                            person("robin").entities("another-city").signed(),
                            parameter);
        }
        incident.areShownTo(person("robin").signed(), absent);
    }
}
