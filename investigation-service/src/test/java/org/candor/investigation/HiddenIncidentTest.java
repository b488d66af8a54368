package org.candor.investigation;

import static org.awaitility.Awaitility.await;
import static org.candor.test.access.HiddenObjects.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.access.HiddenObjects;
import org.junit.jupiter.api.Test;

/** N-10: a case does not exist for the recused, for whoever is outside a restricted case, and for other entities. */
@QuarkusTest
@OnRealPlatform
class HiddenIncidentTest {

    /** What a case does not have at its beginning, and what only a service with its scope may ask. */
    private static final String[] ABSENT = {
        "GET /cases/{incidentId}/complaint-answer/text",
        "GET /cases/{incidentId}/complaint-letters/{letterId}.pdf",
        "GET /cases/{incidentId}/complaint-letters/{letterId}.txt",
        "GET /cases/{incidentId}/cyber/drafts/{draftId}/stix",
        "GET /cases/{incidentId}/evidence/{itemId}/file",
        "GET /cases/{incidentId}/forms/{form}/lessons-learned.pdf",
        "GET /cases/{incidentId}/sanctions",
    };

    @Test
    void nothingTellsThatItExists() {
        Desk desk = Desk.reported().triaged(true).documented();
        HiddenObjects theCase = HiddenObjects.of(
                        Map.of("incidentId", desk.incident, "draftId", draft(desk), "itemId", item(desk)))
                .with("form", "4-I-A")
                .with("person", "nobody")
                .with("entityId", Desk.ENTITY);
        theCase.areShownTo(person("kim").signed(), ABSENT);

        Routing.open(desk.incident, Desk.ENTITY)
                .recusing("pat")
                .restrictedTo("robin", "pat")
                .version(2)
                .send();
        String recused = person("pat").signed();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.given()
                                .auth()
                                .oauth2(recused)
                                .get("/cases/" + desk.incident)
                                .statusCode()
                        == 404);

        theCase.doNotExistFor("a recused officer", recused, "incidentId")
                .doNotExistFor("an officer outside the case", person("kim").signed(), "incidentId")
                .doNotExistFor(
                        "another entity's officer",
                        person("robin").entities("another-city").signed(),
                        "incidentId")
                .areShownTo(person("robin").signed(), ABSENT);
    }

    private static String draft(Desk desk) {
        List<String> drafts = desk.change(
                        "POST",
                        Desk.SECURITY,
                        "/cyber",
                        "/drafts",
                        Map.of("agency", "FBI", "subject", "Extortion", "text", "Servers were encrypted at night."))
                .statusCode(201)
                .extract()
                .path("drafts.id");
        return drafts.getLast();
    }

    private static String item(Desk desk) {
        return desk.change(
                        "POST",
                        Desk.SECURITY,
                        "",
                        "/evidence",
                        Map.of(
                                "kind", "PHYSICAL",
                                "description", "A laptop",
                                "collectedAt", Instant.now().minusSeconds(3600).toString(),
                                "holder", "Dana Reyes",
                                "condition", "Bag 0042, intact"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
