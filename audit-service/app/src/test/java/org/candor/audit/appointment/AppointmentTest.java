package org.candor.audit.appointment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.TrailKeyFile;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G-08: over HTTP. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class AppointmentTest {

    @Inject
    MutableClock clock;

    private final String entity = "village-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inDecember() {
        clock.set(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void publishesWhoHoldsTheOfficeAndKeepsWhoHeldIt() {
        String published = "/programme/appointments/published?entityId=" + entity;
        given().get(published).then().statusCode(200).body("items", empty());
        appoint("Robin Vale", "2026-01-15").then().statusCode(201).body("reportsTo", equalTo("Technical Director"));
        appoint("Kim Marsh", "2026-01-14").then().statusCode(422).body("code", equalTo("DONE_ON_IMPOSSIBLE"));
        appoint("Kim Marsh", "2026-12-02").then().statusCode(422);
        appoint("Kim Marsh", "2026-11-30").then().statusCode(201);
        given().get(published)
                .then()
                .body("items.name", contains("Kim Marsh"))
                .body("items.contact", contains("security@larkspur-falls.example"));
        given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/programme/appointments?entityId=" + entity)
                .then()
                .body("items.name", contains("Kim Marsh", "Robin Vale"))
                .body("items[1].endedOn", equalTo("2026-11-30"));
    }

    @Test
    void theSameAgainMakesNoSecondAppointment() {
        String key = UUID.randomUUID().toString();
        String first = appoint("Robin Vale", "2026-01-15", key).path("appointmentId");
        assertThat(appoint("Robin Vale", "2026-01-15", key).<String>path("appointmentId"))
                .isEqualTo(first);
        assertThat(appoint("Robin Vale", "2026-01-15").<String>path("appointmentId"))
                .isEqualTo(first);
        appoint("Kim Marsh", "2026-01-15", key).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        all().body("items.appointmentId", contains(first))
                .body("items[0].endedOn", nullValue())
                .body("items[0].retainUntil", nullValue());
        String second = appoint("Kim Marsh", "2026-02-01").path("appointmentId");
        assertThat(appoint("Robin Vale", "2026-03-01").<String>path("appointmentId"))
                .isNotIn(first, second);
    }

    @Test
    void anOfficeMayStandEmptyFromTheDayOnWhichItEnds() {
        Response held = appoint("Robin Vale", "2026-01-15");
        String end = "/programme/appointments/" + held.path("appointmentId") + "/end";
        end(end, "*", "administrator", "2026-01-14").then().statusCode(422).body("code", equalTo("DONE_ON_IMPOSSIBLE"));
        end(end, "*", "administrator", "2026-12-02").then().statusCode(422);
        end(end, "\"7\"", "administrator", "2026-11-30").then().statusCode(412);
        end(end, "*", "privacy-officer", "2026-11-30").then().statusCode(403);
        end(end, held.header("ETag"), "administrator", "2026-11-30")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("endedOn", equalTo("2026-11-30"))
                // It was entered after it had ended; the later day counts.
                .body("retainUntil", equalTo("2032-12-01"));
        end(end, "*", "administrator", "2026-11-30").then().statusCode(409).body("code", equalTo("OFFICE_ENDED"));
        given().get("/programme/appointments/published?entityId=" + entity)
                .then()
                .body("items", empty());
        appoint("Kim Marsh", "2026-11-29").then().statusCode(422).body("code", equalTo("DONE_ON_IMPOSSIBLE"));
        appoint("Kim Marsh", "2026-12-01").then().statusCode(201);
        all().body("items.name", contains("Kim Marsh", "Robin Vale")).body("items[1].endedOn", equalTo("2026-11-30"));
    }

    private ValidatableResponse all() {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/programme/appointments?entityId=" + entity)
                .then();
    }

    private static Response end(String path, String ifMatch, String role, String day) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(Map.of("endedOn", day))
                .post(path);
    }

    private Response appoint(String name, String day) {
        return appoint(name, day, null);
    }

    private Response appoint(String name, String day, String key) {
        RequestSpecification who = given().auth().oauth2(Tokens.of("administrator"));
        return (key == null ? who : who.header("Idempotency-Key", key))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId", entity,
                        "role", "SECURITY_OFFICER",
                        "name", name,
                        "contact", "security@larkspur-falls.example",
                        "appointedBy", "Board of Managers",
                        "reportsTo", "Technical Director",
                        "appointedOn", day))
                .post("/programme/appointments");
    }
}
