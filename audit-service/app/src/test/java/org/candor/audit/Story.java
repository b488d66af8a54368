package org.candor.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseTriaged;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Facts;
import org.candor.test.Routing;
import org.candor.test.Tokens;

/** An incident of Larkspur Falls as the other services tell it. */
public final class Story {

    public static final String CITY = "larkspur-falls";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2026-11-20T15:00:00Z");

    private final UUID incidentId = UUID.randomUUID();

    private Story() {}

    /** Reported, routed to Privacy and Security Officer, opened and triaged: four facts. */
    public static Story triaged() {
        Story story = new Story();
        Facts.send(Topic.REPORT, story.report(), CITY, false, Envelope.REPORTER);
        Routing.open(story.incidentId, CITY).send();
        Facts.send(Topic.CASE, new CaseOpened(story.incidentId, CITY, MORNING), CITY);
        Facts.send(
                Topic.CASE,
                new CaseTriaged(story.incidentId, true, true, true, false, MORNING.plusSeconds(600)),
                CITY,
                false,
                "privacy-officer");
        return story;
    }

    public UUID incidentId() {
        return incidentId;
    }

    public Envelope closedOn(LocalDate day) {
        return Facts.send(
                Topic.CASE,
                new CaseClosed(incidentId, day, MORNING.plusSeconds(90_000)),
                CITY,
                false,
                "privacy-officer");
    }

    public ReportSubmitted report() {
        return new ReportSubmitted(
                incidentId,
                CITY,
                ReportKind.IMPROPER_USE_OR_DISCLOSURE,
                "WORKFORCE",
                "ONLINE",
                false,
                true,
                true,
                false,
                MORNING.minusSeconds(3 * 86_400),
                MORNING.minusSeconds(72_000),
                MORNING,
                false);
    }

    /** The story's entries as the auditor reads them, once there are that many that the auditor himself did not cause. */
    public List<Map<String, Object>> entries(int count) {
        return await().atMost(PATIENCE).until(this::entries, found -> found.size() >= count);
    }

    private List<Map<String, Object>> entries() {
        List<Map<String, Object>> items = given().auth()
                .oauth2(Tokens.of("auditor"))
                .queryParam("incidentId", incidentId)
                .queryParam("limit", 200)
                .get("/entries")
                .jsonPath()
                .getList("items");
        return items == null
                ? List.of()
                : items.stream()
                        .filter(item -> !"org.candor.audit.access-recorded.v1".equals(item.get("type")))
                        .toList();
    }

    /** Index of the last of at least that many entries, when it stands under a signed checkpoint. */
    public long integrated(int count) {
        long index = index(entries(count).getLast());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(covered()).isGreaterThan(index));
        return index;
    }

    /** Index of the story's entry of that type. */
    public long indexOf(String type) {
        return entries().stream()
                .filter(entry -> type.equals(entry.get("type")))
                .findFirst()
                .map(Story::index)
                .orElseThrow();
    }

    public static long index(Map<String, Object> entry) {
        return ((Number) entry.get("index")).longValue();
    }

    /** How many entries of the trail stand under a signed checkpoint, over the logs of all years. */
    private static long covered() {
        JsonPath newest = given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/logs")
                .jsonPath()
                .setRootPath("items[-1]");
        return newest.getLong("first")
                + Long.parseLong(newest.getString("checkpoint").split("\n")[1]);
    }

    /** Size of the newest checkpoint. */
    public static long checkpointSize() {
        return Long.parseLong(checkpoint().split("\n")[1]);
    }

    public static String checkpoint() {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
