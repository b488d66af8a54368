package org.candor.audit.safeguard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.TrailKeyFile;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** over HTTP. Each test has a legal entity of its own. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class SafeguardTest {

    @Inject
    MutableClock clock;

    private final String entity = "village-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void onTheLastDayOfAugust() {
        clock.set(Instant.parse("2026-08-31T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void anInspectionDoesTheDutyAndItsFindingsBecomeTasks() {
        Response desk = add("Desk 3", "RECEPTION", null);
        desk.then().statusCode(201).body("risk", equalTo("HIGH")).body("inspectedOn", nullValue());
        duties("")
                .body("items.kind", containsInAnyOrder("WORKPLACE_INSPECTION", "SAFEGUARD_ASSESSMENT"))
                .body("items.dueOn", contains("2027-02-28", "2027-02-28"));
        List<Map<String, Object>> answers = answers("ORAL-ROOM");
        inspect(desk, answers.subList(1, answers.size()))
                .then()
                .statusCode(422)
                .body("code", equalTo("INSPECTION_NOT_WHOLE"))
                .body("missing", contains((String) answers.getFirst().get("item")));
        String key = UUID.randomUUID().toString();
        Response inspection = inspecting(desk, answers, key);
        inspection
                .then()
                .statusCode(201)
                .body("inspectedOn", equalTo("2026-08-31"))
                .body("answers", hasSize(answers.size()));
        assertThat(inspecting(desk, answers, key).<String>path("inspectionId"))
                .isEqualTo(inspection.path("inspectionId"));
        String finding = inspection.path("answers.find { it.item == 'ORAL-ROOM' }.findingId");
        as("auditor")
                .get("/programme/duties/" + finding)
                .then()
                .body("kind", equalTo("FINDING"))
                .body("subject", equalTo("Desk 3 ORAL-ROOM"))
                .body("dueOn", equalTo("2026-09-30"))
                .body("note", equalTo("People are registered at an open counter"))
                .body("parentId", equalTo(inspection.path("dutyId")));
        as("auditor")
                .get("/programme/duties/" + inspection.path("dutyId"))
                .then()
                .body("rounds[0].evidence", equalTo("CHECKLIST"))
                .body("dueOn", equalTo("2027-02-28"));
        locations("").body("items.openFindings", contains(1)).body("items.inspectedOn", contains("2026-08-31"));
        as("auditor")
                .get("/programme/locations/" + desk.path("locationId") + "/inspections")
                .then()
                .body("items.inspectionId", contains(inspection.<String>path("inspectionId")));
    }

    @Test
    void asksOnlyByTheListsOfToday() {
        Response desk = add("Desk 3", "RECEPTION", null);
        as("security-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("edition", "checklists 2020-01-01", "answers", answers("")))
                .post("/programme/locations/" + desk.path("locationId") + "/inspections")
                .then()
                .statusCode(409)
                .body("code", equalTo("OTHER_CHECKLISTS"));
    }

    @Test
    void ratesPlacesAndAsksNothingOfOneThatIsClosed() {
        add("Front", "RECEPTION", "LOW").then().statusCode(422).body("code", equalTo("RISK_TOO_LOW"));
        Response room = add("Room 1", "INTERVIEW_ROOM", null);
        add("Desk 3", "CUBICLE", "HIGH");
        locations("&risk=HIGH").body("items.code", contains("Desk 3"));
        bearer(Tokens.subject("m").roles("manager").department("Clinic East").signed())
                .get("/programme/locations?limit=200")
                .then()
                .body("items.code", hasItem("Room 1"));
        bearer(Tokens.subject("m").roles("manager").department("Another").signed())
                .get("/programme/locations?limit=200")
                .then()
                .body("items", empty());
        String path = "/programme/locations/" + room.path("locationId");
        as("administrator")
                .header("If-Match", room.header("ETag"))
                .post(path + "/close")
                .then()
                .statusCode(200)
                .body("closedOn", equalTo("2026-08-31"))
                .body("retainUntil", equalTo("2032-08-31"));
        as("auditor").get(path).then().statusCode(200).header("ETag", "\"1\"").body("code", equalTo("Room 1"));
        inspect(room, answers("")).then().statusCode(409).body("code", equalTo("LOCATION_CLOSED"));
        duties("&kind=WORKPLACE_INSPECTION").body("items.subject", contains("Desk 3"));
    }

    @Test
    void importsTheInventoryWithADryRun() {
        String rows = "code,place,department,media,risk\n"
                + "Desk 1,RECEPTION,Clinic East,PAPER ORAL,\n"
                + "Desk 2,RECEPTION,Clinic East,PAPER,LOW\n"
                + "Desk 1,RECEPTION,Clinic East,PAPER ORAL,\n"
                + "Desk 4,BALCONY,Clinic East,PAPER,\n";
        for (boolean dryRun : new boolean[] {true, false}) {
            as("administrator")
                    .contentType("text/csv")
                    .body(rows)
                    .post("/programme/locations-import?entityId=" + entity + "&dryRun=" + dryRun)
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("unchanged", equalTo(1))
                    .body("refused", equalTo(2))
                    .body("rows[1].column", equalTo("risk"));
            locations("").body("items", hasSize(dryRun ? 0 : 1));
        }
    }

    @Test
    void pagesThroughAllPlacesInTheOrderOfTheirCodes() {
        List<String> codes = List.of("Desk 1", "Desk 10", "Desk-2", "Desk/3", "East", "Office & Co.", "Room 1");
        codes.forEach(code -> add(code, "RECEPTION", null).then().statusCode(201));
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = auditor().queryParam("cursor", next).get("/programme/locations?limit=2");
            page.then().statusCode(200);
            seen.addAll(page.path("items.code"));
            next = page.path("next");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(Database.rows("select code from programme.location where entity_id = ? order by code", entity))
                .extracting(row -> row.get("code"))
                .containsExactlyElementsOf(seen);
    }

    private Response add(String code, String place, String risk) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "entityId", entity,
                "code", code,
                "place", place,
                "department", "Clinic East",
                "media", List.of("PAPER", "ORAL", "VISUAL")));
        if (risk != null) {
            body.put("risk", risk);
        }
        return as("security-officer").contentType(ContentType.JSON).body(body).post("/programme/locations");
    }

    /** Everything is met but that one. */
    private static List<Map<String, Object>> answers(String notMet) {
        Map<String, List<Map<String, String>>> lists =
                as("workforce").get("/programme/checklists").jsonPath().getMap("lists");
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String medium : List.of("PAPER", "ORAL", "VISUAL", "ADMINISTRATIVE")) {
            lists.get(medium).forEach(item -> {
                Map<String, Object> answer = new HashMap<>(Map.of("item", item.get("id"), "answer", "MET"));
                if (item.get("id").equals(notMet)) {
                    answer.put("answer", "NOT_MET");
                    answer.put("note", "People are registered at an open counter");
                }
                answers.add(answer);
            });
        }
        return answers;
    }

    private static Response inspect(Response location, List<Map<String, Object>> answers) {
        return inspecting(location, answers, UUID.randomUUID().toString());
    }

    private static Response inspecting(Response location, List<Map<String, Object>> answers, String key) {
        String edition = as("workforce").get("/programme/checklists").path("edition");
        return as("security-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("edition", edition, "answers", answers))
                .post("/programme/locations/" + location.path("locationId") + "/inspections");
    }

    private ValidatableResponse locations(String more) {
        return auditor().get("/programme/locations?limit=200" + more).then();
    }

    private ValidatableResponse duties(String more) {
        return auditor().get("/programme/duties?limit=200" + more).then();
    }

    private RequestSpecification auditor() {
        return bearer(
                Tokens.subject("auditor").roles("auditor").entities(entity).signed());
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
