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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not, what can't be read, what the state refuses. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class RefusalsTest {

    private static final String SOMEBODY = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /campaigns workforce",
                "GET /campaigns/{id} workforce",
                "POST /campaigns/{id}/roster security-officer",
                "GET /campaigns/{id}/roster investigator",
                "POST /campaigns/{id}/roster-imports security-officer",
                "GET /campaigns/{id}/roster-imports/{id} investigator",
                "GET /campaigns/{id}/roster-imports/{id}/progress investigator",
                "GET /campaigns/{id}/roster-imports/{id}/result.csv investigator",
                "PUT /campaigns/{id}/roster-imports/{id}/description security-officer",
                "POST /campaigns/{id}/roster-imports/{id}/dry-run security-officer",
                "POST /campaigns/{id}/roster-imports/{id}/start security-officer",
                "GET /campaigns/{id}/people administrator",
                "GET /campaigns/{id}/texts manager",
                "GET /campaigns/{id}/texts/4-III-B manager",
                "PUT /campaigns/{id}/texts/4-III-B security-officer",
                "POST /campaigns/{id}/texts/4-III-B/approval auditor",
                "GET /campaigns/{id}/texts/4-III-B/preview.pdf manager",
                "GET /campaigns/{id}/texts/4-III-B/preview.html manager",
                "GET /campaigns/{id}/texts/4-III-B/preview.txt manager",
                "GET /campaigns/{id}/texts/4-III-B/generic-copy manager",
                "POST /campaigns/{id}/texts/elements/{id}/counsel-decision privacy-officer",
                "GET /forms workforce",
                "POST /campaigns/{id}/runs security-officer",
                "GET /campaigns/{id}/runs investigator",
                "GET /campaigns/{id}/runs/{id} investigator",
                "GET /campaigns/{id}/postal-batches investigator",
                "GET /campaigns/{id}/letters/{id}.pdf administrator",
                "POST /campaigns/{id}/posting security-officer",
                "GET /campaigns/{id}/posting workforce",
                "POST /campaigns/{id}/posting/end security-officer",
                "GET /campaigns/{id}/substitute-notice workforce",
                "POST /campaigns/{id}/substitute-notice/print security-officer",
                "GET /campaigns/{id}/toll-free-line workforce",
                "POST /campaigns/{id}/toll-free-line/checks security-officer",
                "GET /campaigns/{id}/toll-free-line/staff security-officer",
                "PUT /campaigns/{id}/toll-free-line/staff security-officer",
                "POST /campaigns/{id}/toll-free-line/look-ups auditor",
                "POST /campaigns/{id}/telephone-tasks security-officer",
                "GET /campaigns/{id}/telephone-tasks administrator",
                "GET /campaigns/{id}/telephone-tasks/{id} administrator",
                "POST /campaigns/{id}/telephone-tasks/{id}/calls auditor",
                "POST /campaigns/{id}/media security-officer",
                "GET /campaigns/{id}/media workforce",
                "GET /campaigns/{id}/hhs-worksheet workforce",
                "PUT /campaigns/{id}/hhs-worksheet security-officer",
                "GET /campaigns/{id}/hhs-worksheet.pdf workforce",
                "GET /campaigns/{id}/hhs-worksheet.html workforce",
                "POST /campaigns/{id}/hhs-submission security-officer",
                "GET /campaigns/{id}/hhs-submissions/{id}/worksheet.pdf workforce",
                "GET /campaigns/{id}/disclosure security-officer",
                "PUT /campaigns/{id}/disclosure security-officer",
                "POST /accounting-requests security-officer",
                "GET /accounting-requests security-officer",
                "GET /accounting-requests/{id} security-officer",
                "GET /accounting-requests/{id}/accounting auditor",
                "GET /accounting-requests/{id}/accounting.pdf auditor",
                "POST /accounting-requests/{id}/extension security-officer",
                "POST /accounting-requests/{id}/answer security-officer",
                "GET /media-outlets workforce",
                "GET /media-outlets/{id} workforce",
                "POST /media-outlets security-officer",
                "PUT /media-outlets/{id} security-officer",
                "GET /campaigns/{id}/regulator-tasks workforce",
                "GET /campaigns/{id}/regulator-tasks/{id}/text.pdf workforce",
                "GET /campaigns/{id}/regulator-notices/{id}/notice.pdf workforce",
                "POST /campaigns/{id}/regulator-notices security-officer",
                "GET /campaigns/{id}/regulator-notices workforce",
                "GET /campaigns/{id}/covered-entities security-officer",
                "PUT /campaigns/{id}/covered-entities/{id} administrator",
                "POST /campaigns/{id}/covered-entities/{id}/lists administrator",
                "GET /campaigns/{id}/covered-entities/{id}/lists/{id}.csv auditor",
                "GET /campaigns/{id}/covered-entities/{id}/notice.pdf auditor",
                "POST /campaigns/{id}/covered-entities/{id}/notices administrator",
                "GET /campaigns/{id}/covered-entities/notices/{id}.pdf security-officer",
                "GET /campaigns/{id}/listing.xlsx security-officer",
                "GET /deadlines workforce",
                "GET /deadlines/board.html workforce",
                "GET /deadlines/feeds workforce",
                "POST /deadlines/feeds operator",
                "DELETE /deadlines/feeds/{id} workforce",
                "GET /complaints/{id}/letters counsel",
                "GET /reminders workforce",
                "POST /reminders administrator",
                "GET /reminders/{id} workforce",
                "PUT /reminders/{id} administrator",
                "POST /reminders/{id}/approval administrator",
                "POST /reminders/{id}/end auditor",
                "PUT /reminders/{id}/readers auditor",
                "GET /reminders/{id}/issues workforce",
                "GET /reminders/mine service",
                "POST /reminders/issues/{id}/receipt service",
                "GET /webhooks privacy-officer",
                "POST /webhooks operator",
                "GET /webhooks/{id} privacy-officer",
                "DELETE /webhooks/{id} privacy-officer",
                "POST /webhooks/{id}/secret privacy-officer",
                "POST /webhooks/{id}/enable privacy-officer",
                "GET /webhooks/{id}/deliveries auditor",
                "POST /webhooks/{id}/deliveries/{id}/replay privacy-officer",
                "GET /alerts workforce",
                "GET /alerts/incidents/{id} counsel",
                "POST /alerts/{id}/acknowledgement workforce",
                "GET /alerts/preferences workforce",
                "PUT /alerts/preferences operator",
            })
    void refusesWhoHasNoTokenOrTheWrongRole(String method, String path, String wrongRole) {
        String address = path.replace("{id}", SOMEBODY);
        String type = path.endsWith("/roster") || path.endsWith("/lists") ? "text/csv" : "application/json";

        given().contentType(type).body("{}").request(method, address).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of(wrongRole))
                .contentType(type)
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.subject("privacy-officer")
                        .roles("privacy-officer")
                        .expired()
                        .signed())
                .contentType(type)
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(401);
    }

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
