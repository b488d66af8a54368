package org.candor.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.candor.intake.IntakeFixtures.json;
import static org.candor.intake.IntakeFixtures.misdirectedSpreadsheet;
import static org.candor.intake.IntakeFixtures.submit;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.access.FieldViews;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.502(b), A-10 to A-12: each role is shown what {@code fields.csv} says that it needs. */
@QuarkusTest
@OnRealPlatform
class FieldsTest {

    @Test
    void eachRoleIsShownWhatTheTableSays() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
        UUID incident = submit("workforce", report());
        submit("workforce", report());
        add("workforce", incident, "/supplements", Map.of("text", "It went out twice.", "affectedKnown", 640));
        add("privacy-officer", incident, "/messages", Map.of("text", "Which floor?", "question", true));
        add(
                "privacy-officer",
                incident,
                "/contact/unmask",
                Map.of("fields", List.of("PHONE"), "ground", "NOT_REACHED"));
        json("privacy-officer")
                .header("If-Match", "*")
                .body(Map.of("urgent", true, "reason", "The vendor is a competitor"))
                .post("/reports/" + incident + "/corrections")
                .then()
                .statusCode(200);
        String file = given().auth()
                .oauth2(Tokens.of("privacy-officer"))
                .multiPart("file", "page.txt", "A page".getBytes(UTF_8))
                .post("/reports/" + incident + "/files")
                .then()
                .statusCode(201)
                .extract()
                .path("fileId");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> json("auditor")
                        .get("/access-reviews?entityId=" + IntakeFixtures.ENTITY)
                        .then()
                        .body("items.size()", greaterThan(0)));

        FieldViews.of(Map.of("incidentId", incident, "fileId", file, "entityId", IntakeFixtures.ENTITY))
                .readBy(FieldsTest::inCharge)
                .areAsListed(List.of("/reports", "/check-ups", "/access-"));
    }

    /** The administrator reads a report where he is in charge of it. */
    private static String inCharge(String role) {
        return role.equals("administrator") ? Tokens.as("privacy-officer", role) : Tokens.of(role);
    }

    private static Map<String, Object> report() {
        OffsetDateTime now = OffsetDateTime.now();
        Map<String, Object> report = misdirectedSpreadsheet();
        report.put("happenedAt", now.minusHours(50).toString());
        report.put("learnedAt", now.minusHours(48).toString());
        report.put("latenessReason", "I was on leave");
        report.put("place", "Second floor");
        report.put("systems", List.of("billing export of the field table"));
        report.put("implicated", List.of("Somebody Unknown"));
        report.put(
                "contact",
                Map.of(
                        "name", "Odalys Fenwick",
                        "answerBy", "LETTER",
                        "address", "12 Mill Lane",
                        "phone", "+16085550100"));
        return report;
    }

    private static void add(String role, UUID incident, String what, Map<String, Object> body) {
        int status = json(role).body(body).post("/reports/" + incident + what).statusCode();
        if (status != 200 && status != 201 && status != 204) {
            throw new AssertionError(what + ": " + status);
        }
    }
}
