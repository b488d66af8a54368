package org.candor.audit.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** who read what, and what of it should be looked at; accesses come through the broker, questions over HTTP. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class ReadingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-04T02:00:00Z");

    @Test
    void tellsWhoLookedAtACaseInEveryService() {
        Story story = Story.triaged();
        story.entries(4);
        read("privacy-officer", NOON, List.of(story.incidentId()), "read-report", "privacy-officer");
        read("privacy-officer", NOON.plusSeconds(60), List.of(story.incidentId()), "read-case", "privacy-officer");
        read("clerk", NIGHT, List.of(story.incidentId(), UUID.randomUUID()), "list-reports", "privacy-officer");

        String path = "/incidents/" + story.incidentId();
        List<Map<String, Object>> people =
                as("privacy-officer").get(path + "/readers").jsonPath().getList("items");
        assertThat(people)
                .anySatisfy(reader -> assertThat(reader)
                        .containsEntry("person", "privacy-officer")
                        .containsEntry("accesses", 2)
                        .containsEntry("first", "2026-03-04T12:00:00Z")
                        .containsEntry("last", "2026-03-04T12:01:00Z"))
                .anySatisfy(reader -> assertThat(reader).containsEntry("person", "clerk"));
        List<String> actions = actions(path + "/accesses?limit=200");
        assertThat(actions).containsSubsequence("read-report", "read-case", "list-reports");
        Response page = as("auditor").get(path + "/accesses?limit=2");
        assertThat(page.jsonPath().getList("items.action", String.class)).isEqualTo(actions.subList(0, 2));
        assertThat(actions(path + "/accesses?limit=1&cursor=" + page.path("next")))
                .isEqualTo(actions.subList(2, 3));
        bearer(Tokens.as("other-officer", "privacy-officer"))
                .get(path + "/readers")
                .then()
                .statusCode(404);
        awaitAccesses("auditor", "list-accesses", story.incidentId());
    }

    @Test
    void letsNobodyAskAboutACaseThatDoesNotExistForHim() {
        Story story = Story.triaged();
        story.entries(4);
        Routing.open(story.incidentId(), Story.CITY)
                .recusing("auditor-2")
                .version(2)
                .send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> bearer(Tokens.as("auditor-2", "auditor"))
                        .get("/incidents/" + story.incidentId() + "/readers")
                        .then()
                        .statusCode(404));
        as("auditor")
                .get("/incidents/" + UUID.randomUUID() + "/accesses")
                .then()
                .statusCode(404);
    }

    @Test
    void listsUnusualReadingForReviewAndRecordsTheReview() {
        Story story = Story.triaged();
        story.entries(4);
        String owl = "owl-" + UUID.randomUUID();
        read(owl, NIGHT, List.of(story.incidentId()), "read-report", "privacy-officer");
        scan();
        scan();
        assertThat(of(owl, "auditor"))
                .extracting(finding -> finding.get("rule"))
                .containsExactlyInAnyOrder("HOUR", "NOT_IN_CHARGE");
        assertThat(of(owl, "auditor"))
                .allSatisfy(finding -> assertThat(finding)
                        .containsEntry("day", "2026-03-04")
                        .containsEntry("incidents", List.of(story.incidentId().toString())));
        assertThat(items(bearer(Tokens.as(owl, "security-officer"))))
                .noneMatch(finding -> owl.equals(finding.get("person")));

        Map<String, Object> finding = of(owl, "auditor").getFirst();
        String path = "/unusual-readings/" + finding.get("findingId") + "/review";
        review(path, owl, finding).then().statusCode(404);
        review(path, "privacy-officer", finding)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("EXPLAINED"))
                .body("reviewedBy", equalTo("privacy-officer"));
        review(path, "privacy-officer", finding).then().statusCode(412);
        scan();
        assertThat(of(owl, "auditor")).hasSize(1);
        assertThat(Database.rows("select f::text as row from reading_finding f").toString())
                .doesNotContain("was on call");
        awaitAccesses("privacy-officer", "review-unusual-reading", story.incidentId());
    }

    @Test
    void countsOnlyIncidentsThatExistForTheReviewer() {
        Story story = Story.triaged();
        story.entries(4);
        String busy = "busy-" + UUID.randomUUID();
        for (int i = 0; i < 30; i++) {
            read(busy, NOON.plusSeconds(i), List.of(UUID.randomUUID()), "read-report", "auditor");
        }
        scan();
        assertThat(of(busy, "auditor")).isEmpty();
        read(busy, NOON, List.of(story.incidentId()), "read-report", "auditor");
        scan();
        assertThat(of(busy, "auditor"))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .containsEntry("rule", "VOLUME")
                        .containsEntry("incidents", List.of(story.incidentId().toString())));
        Routing.open(story.incidentId(), Story.CITY)
                .recusing("auditor-2")
                .version(2)
                .send();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(items(bearer(Tokens.as("auditor-2", "auditor"))))
                        .noneMatch(finding -> busy.equals(finding.get("person"))));
    }

    @Test
    void exportsWhatASearchFindsInTwoForms() {
        Story story = Story.triaged();
        List<Map<String, Object>> entries = story.entries(4);
        String query = "?incidentId=" + story.incidentId() + "&type=case-opened";
        String lines =
                as("auditor").get("/entries-export/entries.jsonl" + query).asString();
        assertThat(lines.strip().lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("{\"index\":").contains("org.candor.investigation.case-opened.v1"));
        String csv =
                as("privacy-officer").get("/entries-export/entries.csv" + query).asString();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("index,time,type,actor,entity,incidents,source,sequence,event,received,data");
        as("privacy-officer").get("/entries-export/entries.csv").then().statusCode(422);
        awaitAccesses("auditor", "export-trail", story.incidentId());
        long first = Story.index(entries.getFirst());
        assertThat(as("auditor")
                        .get("/entries?fromIndex=" + first + "&toIndex=" + (first + 1))
                        .jsonPath()
                        .getList("items.index", Long.class))
                .containsExactly(first);
        as("auditor").get("/entries?fromIndex=5&toIndex=4").then().statusCode(422);
    }

    private static void read(String person, Instant at, List<UUID> incidents, String action, String role) {
        AccessRecorded access = new AccessRecorded(
                UUID.randomUUID(),
                "intake",
                person,
                List.of(role),
                action,
                incidents,
                incidents.size(),
                "",
                true,
                "",
                at);
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                Topic.ACCESS.typeOf(AccessRecorded.class),
                "/intake",
                access.subject(),
                at,
                "",
                false,
                "",
                person,
                "",
                1);
        Facts.send(Topic.ACCESS, access, envelope);
        await().atMost(PATIENCE)
                .until(() ->
                        Database.number("select count(*) from trail.entry where event_id = ?", envelope.id()) == 1);
    }

    private static void awaitAccesses(String person, String action, UUID incident) {
        await().atMost(PATIENCE)
                .until(() -> Database.number(
                                "select count(*) from trail.entry where actor = ? and ? = any (incidents)"
                                        + " and position(?::bytea in bytes) > 0",
                                person,
                                incident,
                                ("\"" + action + "\"").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        > 0);
    }

    private static List<String> actions(String path) {
        return as("auditor").get(path).jsonPath().getList("items.action", String.class);
    }

    private static void scan() {
        as("auditor").post("/unusual-readings/scan?day=2026-03-04").then().statusCode(204);
    }

    private static Response review(String path, String person, Map<String, Object> finding) {
        return bearer(Tokens.as(person, "privacy-officer"))
                .header("If-Match", "\"" + finding.get("version") + "\"")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "EXPLAINED", "note", "He was on call"))
                .post(path);
    }

    private static List<Map<String, Object>> of(String person, String role) {
        return items(as(role)).stream()
                .filter(finding -> person.equals(finding.get("person")))
                .toList();
    }

    private static List<Map<String, Object>> items(RequestSpecification caller) {
        return caller.queryParam("limit", 200)
                .get("/unusual-readings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
