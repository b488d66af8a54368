package org.candor.investigation.readiness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.ENTITY;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.investigation.Desk;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** The response team over HTTP (policy I.A). */
@QuarkusTest
@OnRealPlatform
class ReadinessFlowTest {

    private static final LocalDate TODAY = LocalDate.now();

    private static String somebody() {
        return "ivy-" + UUID.randomUUID();
    }

    private static ValidatableResponse member(
            String role, String person, boolean active, LocalDate until, String etag) {
        Map<String, Object> body =
                new HashMap<>(Map.of("entityId", ENTITY, "active", active, "areas", List.of("FORENSICS")));
        if (until != null) {
            body.put("authorisedUntil", until.toString());
        }
        return json(Desk.as(role))
                .header("If-Match", etag)
                .body(body)
                .put("/readiness/team/" + person)
                .then();
    }

    private static ValidatableResponse trained(String role, String person, LocalDate until) {
        return json(Desk.as(role))
                .body(Map.of(
                        "entityId",
                        ENTITY,
                        "person",
                        person,
                        "course",
                        "INCIDENT_RESPONSE",
                        "completedOn",
                        TODAY.minusYears(1).toString(),
                        "validUntil",
                        until.toString()))
                .post("/readiness/trainings")
                .then();
    }

    private static ValidatableResponse assign(Desk desk, String person, String area) {
        return json(Desk.as(SECURITY))
                .body(Map.of("person", person, "area", area))
                .post("/cases/" + desk.incident + "/assignments")
                .then();
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    /** Policy I.A.3.b: only authorised and trained people, and the refusal says what is missing. */
    @Test
    void whoIsNotTrainedOrAuthorisedIsNotAssigned() {
        Desk desk = Desk.reported().triaged(false);
        String ivy = somebody();
        assign(desk, ivy, "FORENSICS")
                .statusCode(409)
                .body("code", equalTo("NOT_READY"))
                .body("missing", hasItem("member"));
        member(SECURITY, ivy, true, null, "\"0\"").statusCode(200).header("ETag", equalTo("\"1\""));
        assign(desk, ivy, "LEGAL")
                .statusCode(409)
                .body("missing", hasItems("area.LEGAL", "authorisation", "training.INCIDENT_RESPONSE"));
        member(SECURITY, ivy, true, TODAY.plusYears(1), "\"1\"").statusCode(200);
        LocalDate passed = TODAY.minusDays(10);
        trained(SECURITY, ivy, passed).statusCode(201);
        assign(desk, ivy, "FORENSICS")
                .statusCode(409)
                .body("missing", equalTo(List.of("training.INCIDENT_RESPONSE.expired." + passed)));
        trained(SECURITY, ivy, TODAY.plusYears(1)).statusCode(201).body("missing", empty());
        String id = assign(desk, ivy, "FORENSICS").statusCode(201).extract().path("id");
        assign(desk, ivy, "FORENSICS").statusCode(409).body("code", equalTo("ASSIGNED_ALREADY"));
        json(Desk.as(SECURITY))
                .post("/cases/" + desk.incident + "/assignments/" + id + "/release")
                .then()
                .statusCode(200)
                .body("releasedBy", equalTo(SECURITY));
        json(Desk.as(SECURITY))
                .post("/cases/" + desk.incident + "/assignments/" + id + "/release")
                .then()
                .statusCode(409)
                .body("code", equalTo("RELEASED_ALREADY"));
        desk.get(PRIVACY, "/timeline").body("entries.kind", hasItems("person-assigned", "person-released"));
    }

    @Test
    void whoMayNotSeeTheIncidentIsNotAssigned() {
        String ivy = somebody();
        UUID incident = UUID.randomUUID();
        Desk desk = Desk.reported(incident, Routing.open(incident, ENTITY).recusing(ivy), false);
        member(SECURITY, ivy, true, TODAY.plusYears(1), "\"0\"").statusCode(200);
        trained(SECURITY, ivy, TODAY.plusYears(1)).statusCode(201);
        assign(desk, ivy, "FORENSICS").statusCode(409).body("code", equalTo("CONFLICT_OF_INTEREST"));
    }

    @Test
    void everyChangeOfAMembershipIsKeptAndNobodyVouchesForHimself() {
        String ivy = somebody();
        member(SECURITY, ivy, true, TODAY, "\"0\"").statusCode(200);
        member(HEAD, ivy, false, null, "\"1\"").statusCode(200).body("missing", equalTo(List.of("member")));
        member(HEAD, ivy, true, null, "\"1\"").statusCode(412);
        Desk.as(PRIVACY)
                .get("/readiness/team/" + ivy + "/history?entityId=" + ENTITY)
                .then()
                .statusCode(200)
                .body("active", equalTo(List.of(true, false)))
                .body("changedBy", equalTo(List.of(SECURITY, HEAD)));
        Desk.as(PRIVACY)
                .get("/readiness/team?entityId=" + ENTITY)
                .then()
                .statusCode(200)
                .body("items.person", hasItem(ivy));
        member(SECURITY, SECURITY, true, TODAY, "\"0\"").statusCode(403).body("code", equalTo("OWN_READINESS"));
        trained(SECURITY, SECURITY, TODAY).statusCode(403).body("code", equalTo("OWN_READINESS"));
    }

    @Test
    void theTeamIsReadInPages() {
        String first = "a-" + UUID.randomUUID();
        String second = "a-" + UUID.randomUUID();
        member(SECURITY, first, true, TODAY, "\"0\"").statusCode(200);
        member(SECURITY, second, true, TODAY, "\"0\"").statusCode(200);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = Desk.as(PRIVACY)
                    .get("/readiness/team?limit=1&entityId=" + ENTITY + cursor)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(1))
                    .extract();
            seen.add(page.path("items[0].person"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        assertThat(seen).contains(first, second).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theTeamOfAnotherEntityDoesNotExist() {
        String elsewhere =
                Tokens.subject("pat").roles(PRIVACY).entities("other-city").signed();
        given().auth()
                .oauth2(elsewhere)
                .get("/readiness/team?entityId=" + ENTITY)
                .then()
                .statusCode(404);
    }
}
