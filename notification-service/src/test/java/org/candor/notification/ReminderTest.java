package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** reminders are approved, issued on their days, read, and it is known who has not. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ReminderTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aReminderIsApprovedByAnotherOfficerIssuedAndRead() {
        Officers city = Officers.of("remind").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        known(city);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Fixtures.ZONE);
        Response made = draft(city, request(city, today));
        String id = made.path("reminderId");
        as(city, "author", "security-officer")
                .header("If-Match", made.header("ETag"))
                .post("/reminders/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("AUTHOR_MAY_NOT_APPROVE"));
        as(city, "privacy", "privacy-officer")
                .post("/reminders/" + id + "/approval")
                .then()
                .statusCode(428);
        as(city, "privacy", "privacy-officer")
                .header("If-Match", made.header("ETag"))
                .post("/reminders/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approver", equalTo(city.subject("privacy")));
        as(city, "author", "security-officer")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(request(city, today))
                .put("/reminders/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("REMINDER_FROZEN"));
        String seen =
                as(city, "author", "security-officer").get("/reminders/" + id).header("ETag");
        expect(city, id, null, "nurse").then().statusCode(428);
        Response listed = expect(city, id, seen, "nurse", "clerk");
        listed.then().statusCode(204);
        // Whoever has not seen that list puts none in its place.
        expect(city, id, seen, "nurse").then().statusCode(412).body("code", equalTo("STALE_VERSION"));
        assertThat(listed.header("ETag"))
                .isEqualTo(as(city, "author", "security-officer")
                        .get("/reminders/" + id)
                        .header("ETag"));

        await().atMost(SOON)
                .untilAsserted(() -> as(city, "nurse", "workforce")
                        .header("Accept-Language", "es")
                        .get("/reminders/mine")
                        .then()
                        .body("items.size()", equalTo(1))
                        .body("items[0].title", equalTo("Informe en un día"))
                        .body("items[0].readAt", nullValue()));
        String issue = as(city, "nurse", "workforce").get("/reminders/mine").path("items[0].issueId");
        for (int again = 0; again < 2; again++) {
            as(city, "nurse", "workforce")
                    .post("/reminders/issues/" + issue + "/receipt")
                    .then()
                    .statusCode(204);
        }
        as(city, "nurse", "workforce")
                .get("/reminders/mine")
                .then()
                .body("items[0].title", equalTo("Report within a day"))
                .body("items[0].readAt", notNullValue());
        // Another role, and another entity: it does not exist.
        as(city, "counsel", "counsel").get("/reminders/mine").then().body("items.size()", equalTo(0));
        as(city, "counsel", "counsel")
                .post("/reminders/issues/" + issue + "/receipt")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.subject("stranger")
                        .roles("workforce")
                        .entities("elsewhere")
                        .signed())
                .post("/reminders/issues/" + issue + "/receipt")
                .then()
                .statusCode(404);

        as(city, "author", "security-officer")
                .get("/reminders/" + id + "/issues")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].number", equalTo(1))
                .body("items[0].confirmed", equalTo(1))
                // The clerk and the Privacy Officer of the directory.
                .body("items[0].missing", equalTo(2));
        // Addressed by his role, not by name: his receipt is shown beside those who were expected.
        as(city, "cook", "workforce")
                .post("/reminders/issues/" + issue + "/receipt")
                .then()
                .statusCode(204);
        as(city, "author", "security-officer")
                .queryParam("state", "confirmed")
                .get("/reminders/issues/" + issue + "/readers")
                .then()
                .body("items.person", equalTo(List.of(city.subject("cook"), city.subject("nurse"))));
    }

    @Test
    void itIsIssuedEachTimeItsDayHasComeAndNoMoreOnceItEnded() {
        Officers city = Officers.of("periodic");
        known(city);
        LocalDate start = LocalDate.ofInstant(clock.instant(), Fixtures.ZONE).plusDays(10);
        Response made = draft(city, request(city, start));
        String id = made.path("reminderId");
        String tag = as(city, "privacy", "privacy-officer")
                .header("If-Match", made.header("ETag"))
                .post("/reminders/" + id + "/approval")
                .header("ETag");
        assertThat(issues(id)).isZero();

        clock.set(start.atTime(12, 0).atZone(Fixtures.ZONE).toInstant());
        awaitIssues(id, 1);
        // Ninety days later the second; what fell due while nobody looked is not made up for.
        clock.set(start.plusDays(90 * 3 + 1).atTime(12, 0).atZone(Fixtures.ZONE).toInstant());
        awaitIssues(id, 2);
        as(city, "author", "security-officer")
                .get("/reminders/" + id + "/issues")
                .then()
                .body("items.number", equalTo(List.of(4, 1)));
        Response last =
                as(city, "author", "security-officer").queryParam("limit", 1).get("/reminders/" + id + "/issues");
        last.then().body("items.number", equalTo(List.of(4)));
        as(city, "author", "security-officer")
                .queryParam("cursor", last.<String>path("next"))
                .get("/reminders/" + id + "/issues")
                .then()
                .body("items.number", equalTo(List.of(1)))
                .body("next", nullValue());
        // The fourth fell due the day before it was issued.
        await().atMost(SOON)
                .untilAsserted(() -> as(city, "author", "security-officer")
                        .queryParam("state", "met")
                        .get("/deadlines")
                        .then()
                        .body("items.daysLate", equalTo(List.of(0, 1)))
                        .body("items[1].dueOn", equalTo(start.plusDays(90 * 3).toString())));
        as(city, "author", "security-officer")
                .header("If-Match", tag)
                .post("/reminders/" + id + "/end")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"));
        as(city, "nurse", "workforce").get("/reminders/mine").then().body("items.size()", equalTo(0));
    }

    @Test
    void aRepeatedDraftIsOneAndAWrongOneIsRefused() {
        Officers city = Officers.of("draft");
        LocalDate today = LocalDate.ofInstant(clock.instant(), Fixtures.ZONE);
        String key = UUID.randomUUID().toString();
        String first = as(city, "author", "security-officer")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request(city, today))
                .post("/reminders")
                .path("reminderId");
        as(city, "author", "security-officer")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request(city, today))
                .post("/reminders")
                .then()
                .statusCode(201)
                .body("reminderId", equalTo(first));
        Map<String, Object> wrong = request(city, today);
        wrong.put("endsOn", today.minusDays(1).toString());
        as(city, "author", "security-officer")
                .contentType("application/json")
                .body(wrong)
                .post("/reminders")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/endsOn"));
        Map<String, Object> elsewhere = request(city, today);
        elsewhere.put("entityId", "elsewhere");
        as(city, "author", "security-officer")
                .contentType("application/json")
                .body(elsewhere)
                .post("/reminders")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/entityId"));
    }

    private static Response expect(Officers city, String id, String ifMatch, String... names) {
        RequestSpecification request = as(city, "author", "security-officer");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .contentType("application/json")
                .body(Map.of("persons", Arrays.stream(names).map(city::subject).toList()))
                .put("/reminders/" + id + "/readers");
    }

    private static Response draft(Officers city, Map<String, Object> request) {
        Response made = as(city, "author", "security-officer")
                .contentType("application/json")
                .body(request)
                .post("/reminders");
        made.then().statusCode(201).body("state", equalTo("DRAFT"));
        return made;
    }

    private static Map<String, Object> request(Officers city, LocalDate start) {
        return new HashMap<>(Map.of(
                "entityId",
                city.entity(),
                "english",
                Map.of("title", "Report within a day", "body", "Whatever looks wrong: report it within 24 hours."),
                "spanish",
                Map.of("title", "Informe en un día", "body", "Lo que parezca mal: infórmelo en 24 horas."),
                "roles",
                List.of("workforce", "privacy-officer"),
                "startsOn",
                start.toString(),
                "everyDays",
                90,
                "endsOn",
                start.plusYears(2).toString()));
    }

    private static RequestSpecification as(Officers city, String name, String role) {
        return given().auth()
                .oauth2(Tokens.subject(city.subject(name))
                        .roles(role)
                        .entities(city.entity())
                        .signed());
    }

    /** The zone of the entity is known. */
    private static void known(Officers city) {
        await().atMost(SOON)
                .until(() ->
                        Database.number("select count(*) from legal_entity where entity_id = ?", city.entity()) == 1);
    }

    private static long issues(String id) {
        return Database.number("select count(*) from reminder_issue where reminder_id = cast(? as uuid)", id);
    }

    private static void awaitIssues(String id, int count) {
        await().atMost(SOON).until(() -> issues(id) == count);
    }
}
