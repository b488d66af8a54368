package org.candor.intake.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.ENTITY;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.candor.events.DirectoryEvent.DelegateChanged;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Helpers by area, and who may write the directory. */
@QuarkusTest
@OnRealPlatform
class DelegatesTest {

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void designatesAHelperAndKeepsTheRecordAfterItsEnd() {
        String person = "helper-" + UUID.randomUUID();
        var made = json("privacy-officer")
                .body(designation(person))
                .post("/directory/delegates")
                .then()
                .statusCode(201)
                .body("designatedBy", equalTo("privacy-officer"))
                .extract();
        String id = made.path("delegateId");
        String end = "/directory/delegates/" + id + "/end";

        json("privacy-officer")
                .body(Map.of("until", "2026-01-04"))
                .post(end)
                .then()
                .statusCode(428);
        json("privacy-officer")
                .header("If-Match", made.header("ETag"))
                .body(Map.of("until", "2026-01-04"))
                .post(end)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/until"));
        json("administrator")
                .header("If-Match", made.header("ETag"))
                .body(Map.of("until", "2026-06-30"))
                .post(end)
                .then()
                .statusCode(200)
                .body("endedBy", equalTo("administrator"));
        json("administrator")
                .header("If-Match", "*")
                .body(Map.of("until", "2026-07-30"))
                .post(end)
                .then()
                .statusCode(409)
                .body("code", equalTo("DELEGATION_ENDED"));

        json("auditor")
                .get("/directory/delegates")
                .then()
                .statusCode(200)
                .body("items.find { it.delegateId == '" + id + "' }.until", equalTo("2026-06-30"));
        try (TopicProbe directory = TopicProbe.on(Topic.DIRECTORY)) {
            DelegateChanged fact = directory.await(
                    DelegateChanged.class, changed -> changed.person().equals(person) && changed.until() != null);
            assertThat(fact.from()).isEqualTo(LocalDate.of(2026, 1, 5));
        }
    }

    @Test
    void aHelperWhoIsImplicatedByNameIsRecused() {
        String person = "helper-" + UUID.randomUUID();
        json("administrator")
                .body(designation(person))
                .post("/directory/delegates")
                .then()
                .statusCode(201);
        Map<String, Object> report = IntakeFixtures.misdirectedSpreadsheet();
        report.put("implicated", java.util.List.of("Castellane, Noor " + person));
        UUID incident = IntakeFixtures.submit("workforce", report);
        given().auth()
                .oauth2(Tokens.as(person, "investigator"))
                .get("/reports/" + incident)
                .then()
                .statusCode(404);
    }

    @Test
    void aDelegateIsInChargeOfReportsOfHisKindsUntilHisDesignationEnds() {
        String entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        IntakeFixtures.putEntity(entity);
        Map<String, Object> chief = officer(entity, "PRIVACY_OFFICER");
        putOfficer("administrator", UUID.randomUUID(), chief).then().statusCode(200);
        String person = "helper-" + UUID.randomUUID();
        Map<String, Object> designation = new HashMap<>(designation(person));
        designation.put("entityId", entity);
        designation.put("kinds", List.of("COMPLAINT"));
        UUID before = report(entity, "COMPLAINT");
        var made = json("privacy-officer")
                .body(designation)
                .post("/directory/delegates")
                .then()
                .statusCode(201)
                .body("role", equalTo("PRIVACY_OFFICER"))
                .body("kinds", equalTo(List.of("COMPLAINT")))
                .extract();

        Assigned helper = new Assigned(OfficerRole.PRIVACY_OFFICER, person);
        Assigned officer = new Assigned(OfficerRole.PRIVACY_OFFICER, (String) chief.get("person"));
        awaitInCharge(report(entity, "COMPLAINT"), officer, helper);
        awaitInCharge(before, officer, helper);
        awaitInCharge(report(entity, "OTHER_CONCERN"), officer);
        UUID corrected = report(entity, "OTHER_CONCERN");
        json("privacy-officer")
                .header("If-Match", "*")
                .body(Map.of("kind", "COMPLAINT", "reason", "The caller complains about us."))
                .post("/reports/" + corrected + "/corrections")
                .then()
                .statusCode(200);
        awaitInCharge(corrected, officer, helper);

        json("privacy-officer")
                .header("If-Match", made.header("ETag"))
                .body(Map.of("until", "2026-01-06"))
                .post("/directory/delegates/" + made.path("delegateId") + "/end")
                .then()
                .statusCode(200);
        awaitRouting(
                before, changed -> changed.version() > 2 && changed.officers().equals(List.of(officer)));
    }

    @Test
    void onlyTheTwoOfficersHaveDelegates() {
        Map<String, Object> designation = new HashMap<>(designation("helper-" + UUID.randomUUID()));
        designation.put("role", "COUNSEL");
        json("administrator")
                .body(designation)
                .post("/directory/delegates")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/role"));
    }

    private static UUID report(String entity, String kind) {
        Map<String, Object> report = IntakeFixtures.misdirectedSpreadsheet();
        report.put("entityId", entity);
        report.put("kind", kind);
        return IntakeFixtures.submit("workforce", report);
    }

    private static void awaitInCharge(UUID incident, Assigned... officers) {
        awaitRouting(incident, changed -> Set.copyOf(changed.officers()).equals(Set.of(officers)));
    }

    private static void awaitRouting(UUID incident, Predicate<RoutingChanged> wanted) {
        try (TopicProbe routing = TopicProbe.on(Topic.ROUTING).within(Duration.ofSeconds(40))) {
            routing.await(
                    RoutingChanged.class, changed -> changed.incidentId().equals(incident) && wanted.test(changed));
        }
    }

    @Test
    void theOperatorEntersOnlyWhatIsMissing() {
        String entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        IntakeFixtures.putEntity(entity);
        UUID first = UUID.randomUUID();
        putOfficer("operator", first, officer(entity, "COUNSEL")).then().statusCode(200);
        putOfficer("operator", first, officer(entity, "COUNSEL"))
                .then()
                .statusCode(403)
                .body("code", equalTo("ADMINISTRATOR_NEEDED"));
        putOfficer("operator", UUID.randomUUID(), officer(entity, "COUNSEL"))
                .then()
                .statusCode(403);
        putOfficer("administrator", UUID.randomUUID(), officer(entity, "COUNSEL"))
                .then()
                .statusCode(200);
        json("operator")
                .header("If-Match", "*")
                .body(Map.of(
                        "name", "Fernbrook Clinic",
                        "kind", "COVERED_ENTITY",
                        "street", "4 Alder Row",
                        "city", "Fernbrook",
                        "state", "WI",
                        "zip", "53998",
                        "timeZone", "America/Chicago",
                        "email", "privacy@fernbrook.example"))
                .put("/directory/entities/" + entity)
                .then()
                .statusCode(403)
                .body("code", equalTo("ADMINISTRATOR_NEEDED"));
    }

    @Test
    void anAdministratorKeepsHisOwnEntity() {
        String elsewhere = Tokens.subject("head-elsewhere")
                .roles("administrator")
                .entities("another-city")
                .signed();
        given().auth()
                .oauth2(elsewhere)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(officer(ENTITY, "COUNSEL"))
                .put("/directory/officers/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAnAbsenceThatEndsBeforeItBegins() {
        Map<String, Object> officer = officer(ENTITY, "COUNSEL");
        officer.put("absences", java.util.List.of(Map.of("from", "2026-03-02", "until", "2026-03-01")));
        putOfficer("administrator", UUID.randomUUID(), officer)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/absences/0/until"));
    }

    private static io.restassured.response.Response putOfficer(String role, UUID id, Map<String, Object> officer) {
        return json(role).header("If-Match", "*").body(officer).put("/directory/officers/" + id);
    }

    private static Map<String, Object> officer(String entity, String role) {
        return new HashMap<>(Map.of(
                "entityId",
                entity,
                "role",
                role,
                "person",
                "wren-" + UUID.randomUUID(),
                "displayName",
                "Wren Halloway",
                "mailbox",
                "wren.halloway@fernbrook.example"));
    }

    private static Map<String, Object> designation(String person) {
        return Map.of(
                "entityId",
                ENTITY,
                "area",
                "Complaints of the health department",
                "person",
                person,
                "displayName",
                "Noor " + person + " Castellane",
                "mailbox",
                person + "@larkspurfalls.example",
                "from",
                "2026-01-05");
    }
}
