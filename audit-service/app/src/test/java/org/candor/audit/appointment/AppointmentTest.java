package org.candor.audit.appointment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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

    private Response appoint(String name, String day) {
        return given().auth()
                .oauth2(Tokens.of("administrator"))
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
