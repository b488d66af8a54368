package org.candor.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.candor.test.access.HiddenObjects.person;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.CaseEvent.ReadersRestricted;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.access.HiddenObjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * N-10: a report does not exist for whom it implicates, for whoever is outside a restricted case, for other
 * entities, and for another business associate than the one that made it.
 */
@QuarkusTest
@OnRealPlatform
class HiddenIncidentTest {

    /** Staff who report are answered at work. */
    private static final String NOBODY_TO_WRITE_TO = "GET /reports/{incidentId}/contact";

    @BeforeEach
    void theCity() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void nothingTellsThatItExists() {
        Map<String, Object> body = misdirectedSpreadsheet();
        body.put("implicated", List.of("security-officer@larkspurfalls.example"));
        UUID incident = submit("workforce", body);
        HiddenObjects report = HiddenObjects.of(Map.of("incidentId", incident, "fileId", file(incident)))
                .with("entityId", IntakeFixtures.ENTITY);
        report.areShownTo(person("kim").signed(), NOBODY_TO_WRITE_TO);

        Facts.send(Topic.CASE, new ReadersRestricted(incident, List.of("robin")), IntakeFixtures.ENTITY);
        String outside = person("kim").signed();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().auth()
                                .oauth2(outside)
                                .get("/reports/" + incident)
                                .statusCode()
                        == 404);

        report.doNotExistFor("whom it implicates", person("security-officer").signed(), "incidentId")
                .doNotExistFor("an officer outside the case", outside, "incidentId")
                .doNotExistFor(
                        "another entity's officer",
                        person("robin").entities("another-city").signed(),
                        "incidentId")
                .areShownTo(person("robin").signed(), NOBODY_TO_WRITE_TO);
    }

    @Test
    void anAssociatesReportDoesNotExistForAnother() {
        Map<String, Object> body = misdirectedSpreadsheet();
        body.put("relation", "BUSINESS_ASSOCIATE");
        UUID incident = given().auth()
                .oauth2(associate("blake", "mailing-vendor"))
                .contentType("application/json")
                .body(body)
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("incidentId");
        HiddenObjects.of(Map.of("incidentId", incident))
                .with("entityId", IntakeFixtures.ENTITY)
                .doNotExistFor("another business associate", associate("avery", "billing-vendor"), "incidentId");
    }

    private static String associate(String subject, String associate) {
        return Tokens.subject(subject)
                .roles("business-associate")
                .businessAssociate(associate)
                .signed();
    }

    private static String file(UUID incident) {
        return given().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .multiPart("file", "page.txt", "A page".getBytes(UTF_8))
                .post("/reports/" + incident + "/files")
                .then()
                .statusCode(201)
                .extract()
                .path("fileId");
    }
}
