package org.candor.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.everything;
import static org.candor.notification.Fixtures.header;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.security;
import static org.candor.notification.Fixtures.text;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** Who may not, what can't be read, what the state refuses. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class RefusalsTest {

    private static final String SOMEBODY = UUID.randomUUID().toString();

    /** for a recused person the incident does not exist, in lists as in reads. */
    @Test
    void aRecusedOfficerSeesNothing() {
        UUID incident = breach(false, everything());
        RequestSpecification recused = given().auth().oauth2(Tokens.as("recused-officer", "privacy-officer"));

        recused.get("/campaigns/" + incident).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.as("recused-officer", "privacy-officer"))
                .contentType("text/csv")
                .body("x")
                .post("/campaigns/" + incident + "/roster")
                .then()
                .statusCode(404);
        List<String> seen = given().auth()
                .oauth2(Tokens.as("recused-officer", "privacy-officer"))
                .queryParam("limit", 200)
                .get("/campaigns")
                .path("items.incidentId");
        assertThat(seen).doesNotContain(incident.toString());
    }

    @Test
    void whoHasAnotherEntityOnlySeesNothing() {
        UUID incident = breach(false, everything());

        given().auth()
                .oauth2(Tokens.subject("privacy-officer")
                        .roles("privacy-officer")
                        .entities("other-city")
                        .signed())
                .get("/campaigns/" + incident)
                .then()
                .statusCode(404);
    }

    @Test
    void refusesRostersThatCannotBeReadAndKeepsNothingOfThem() {
        UUID incident = breach(false, everything());
        String good =
                header() + person("P-1", "Núñez", "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en");

        importing(incident, "external_id,given_name\n1,Ana\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("ROSTER_UNREADABLE"))
                .body("errors[0].field", equalTo("COLUMNS_MISSING"))
                .body("errors[0].message", containsString("zip"));
        importing(incident, good.replace(',', ';'))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("WRONG_DELIMITER"));
        officer()
                .contentType("text/csv")
                .body(good.getBytes(ISO_8859_1))
                .post("/campaigns/" + incident + "/roster")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("WRONG_ENCODING"));
        importing(incident, good + "\nP-2,\"Ana")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("BROKEN_QUOTES"));
        officer()
                .contentType("application/json")
                .body("{}")
                .post("/campaigns/" + incident + "/roster")
                .then()
                .statusCode(415);
        officer().get("/campaigns/" + incident + "/people").then().body("items.size()", equalTo(0));
    }

    @Test
    void tellsWhichLinesWereRefusedOrWarned() {
        UUID incident = breach(false, everything());
        String file = header()
                + person("P-1", "=1+1", "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en") + "\n"
                + person("", "Quill", "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en") + "\n"
                + person("P-3", "Quill", "", "Larkspur Falls", "WI", "54901", "", "no", "en") + "\n";

        importing(incident, file)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("warned", equalTo(2))
                .body("refused", equalTo(1))
                .body("findings.line", equalTo(List.of(2, 3, 4)))
                .body("findings[0].flags", hasItem("FORMULA_LIKE_TEXT"))
                .body("findings[1].flags", hasItem("EXTERNAL_ID_MISSING"))
                .body("findings[2].flags", hasItem("ADDRESS_INSUFFICIENT"));
    }

    @Test
    void aTextNeedsItsElementsAnotherOfficerAndTheVersionThatWasSeen() {
        UUID incident = breach(false, everything());
        String path = "/campaigns/" + incident + "/texts/4-III-B";
        Map<String, Object> draft = new HashMap<>(text("en"));
        draft.remove("steps");
        draft.put("contact", Map.of());
        String tag = officer()
                .contentType("application/json")
                .body(draft)
                .put(path)
                .then()
                .statusCode(200)
                .body("missing.citation", hasItems("45 CFR 164.404(c)(1)(C)", "45 CFR 164.404(c)(1)(E)"))
                .extract()
                .header("ETag");

        security()
                .header("If-Match", tag)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_INCOMPLETE"))
                .body("missing", hasItems("45 CFR 164.404(c)(1)(C)", "45 CFR 164.404(c)(1)(E)"));
        officer()
                .contentType("application/json")
                .body(text("en"))
                .put(path)
                .then()
                .statusCode(428);
        String next = officer()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(text("en"))
                .put(path)
                .then()
                .statusCode(200)
                .body("reading.plain", equalTo(true))
                .extract()
                .header("ETag");
        officer()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(text("en"))
                .put(path)
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", next)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("AUTHOR_MAY_NOT_APPROVE"));
        security().post(path + "/approval").then().statusCode(428);
        String frozen = security()
                .header("If-Match", next)
                .post(path + "/approval")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        security()
                .header("If-Match", frozen)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_ALREADY_APPROVED"));
        officer()
                .contentType("application/json")
                .body(text("en"))
                .put(path)
                .then()
                .statusCode(200)
                .body("number", equalTo(2));
    }

    @Test
    void aHardTextNeedsAReason() {
        UUID incident = breach(false, everything());
        String path = "/campaigns/" + incident + "/texts/4-III-B";
        Map<String, Object> draft = new HashMap<>(text("en"));
        draft.put(
                "whatHappened",
                "Notwithstanding organizational and technological safeguards, an unauthorized dissemination of individually"
                        + " identifiable information was subsequently determined to have occurred in conjunction with an"
                        + " automated transmission procedure administered by the municipality.");
        String tag =
                officer().contentType("application/json").body(draft).put(path).header("ETag");
        security()
                .header("If-Match", tag)
                .post(path + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_NOT_PLAIN"));

        draft.put("readingReason", "The wording was agreed with the state.");
        String reasoned = officer()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(draft)
                .put(path)
                .header("ETag");
        security().header("If-Match", reasoned).post(path + "/approval").then().statusCode(200);
    }

    @Test
    void whatTheStateRefusesSaysWhy() {
        UUID incident =
                breach(false, Fixtures.individuals(null), Fixtures.hhs(), Fixtures.substitute(), Fixtures.media());

        officer()
                .post("/campaigns/" + incident + "/runs")
                .then()
                .statusCode(409)
                .body("code", equalTo("LETTER_NOT_APPROVED"));
        officer()
                .post("/campaigns/" + incident + "/posting")
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_NOT_APPROVED"));
        officer()
                .contentType("application/json")
                .body(Map.of(
                        "trackingNumber",
                        "ABC",
                        "submittedOn",
                        today().plusDays(2).toString()))
                .post("/campaigns/" + incident + "/hhs-submission")
                .then()
                .statusCode(422)
                .body("code", equalTo("DAY_IN_THE_FUTURE"));
        officer()
                .contentType("application/json")
                .body(Map.of("obligationId", SOMEBODY, "notifiedOn", today().toString(), "reference", "x"))
                .post("/campaigns/" + incident + "/regulator-notices")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_SUCH_DUTY"));
        Fixtures.approved(incident, "4-III-B", "en");
        officer()
                .header("Accept-Language", "es")
                .post("/campaigns/" + incident + "/runs")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOBODY_PENDING"))
                .body("title", containsString("Nadie"));
    }

    @Test
    void badBodiesAreRefusedAsTheyAreEverywhere() {
        UUID incident = breach(false, everything());
        String media = "/campaigns/" + incident + "/media";

        officer().contentType("application/json").body("{").post(media).then().statusCode(400);
        officer()
                .contentType("application/json")
                .body("{\"jurisdiction\": \"Wisconsin\", \"outlets\": []}")
                .post(media)
                .then()
                .statusCode(422);
        officer()
                .contentType("application/json")
                .body("{\"nonsense\": 1}")
                .post(media)
                .then()
                .statusCode(400);
        officer().contentType("text/plain").body("x").post(media).then().statusCode(415);
        officer().get("/campaigns/not-an-id").then().statusCode(404);
        officer().get("/campaigns/" + SOMEBODY).then().statusCode(404);
        officer()
                .get("/campaigns/" + incident + "/texts/9-IX-Z")
                .then()
                .statusCode(404)
                .body("code", equalTo("TEXT_NOT_FOUND"));
        officer()
                .queryParam("language", "fr")
                .get("/campaigns/" + incident + "/texts/4-III-B")
                .then()
                .statusCode(422);
        officer().queryParam("cursor", "!!").get("/campaigns").then().statusCode(400);
        officer()
                .get("/campaigns/" + incident + "/letters/" + SOMEBODY + ".pdf")
                .then()
                .statusCode(404);
    }
}
