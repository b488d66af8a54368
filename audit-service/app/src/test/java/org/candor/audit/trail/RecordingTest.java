package org.candor.audit.trail;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.Samples;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class RecordingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENTRIES_OF = "select count(*) from trail.entry where event_id = ?";

    @Inject
    MutableClock clock;

    @ConfigProperty(name = "mp.messaging.incoming.trail.topics")
    List<String> recordedTopics;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void recordsEveryTopicButItsOwnCheckpoints() {
        assertThat(recordedTopics)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .filter(topic -> topic != Topic.CHECKPOINT)
                        .map(Topic::topicName)
                        .toList());
    }

    @Test
    void givesEventsOfAllTopicsDenseIndices() {
        Story story = Story.triaged();
        List<Map<String, Object>> entries = story.entries(4);

        assertThat(entries)
                .extracting(entry -> entry.get("type"))
                .containsExactlyInAnyOrder(
                        "org.candor.intake.report-submitted.v1",
                        "org.candor.intake.routing-changed.v1",
                        "org.candor.investigation.case-opened.v1",
                        "org.candor.investigation.case-triaged.v1");
        assertThat(entries)
                .filteredOn(entry -> entry.get("topic").equals("investigation.case.v1"))
                .extracting(entry -> ((String) entry.get("type")).replaceAll(".*\\.(.*)\\.v1", "$1"))
                .containsExactly("case-opened", "case-triaged");
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();
    }

    @Test
    void keepsTheDataByteForByteAndWhoDidIt() {
        Story story = Story.triaged();
        // Topics overtake each other: what comes last here need not be what was sent last.
        Map<String, Object> triaged = story.entries(4).stream()
                .filter(entry -> "org.candor.investigation.case-triaged.v1".equals(entry.get("type")))
                .findFirst()
                .orElseThrow();
        byte[] bytes = java.util.Base64.getDecoder().decode((String) triaged.get("bytes"));

        assertThat(triaged.get("actor")).isEqualTo("privacy-officer");
        assertThat(triaged.get("entityId")).isEqualTo(Story.CITY);
        assertThat(triaged)
                .containsEntry("incidents", List.of(story.incidentId().toString()));
        assertThat(new String(bytes, UTF_8))
                .startsWith("candor-entry/1\nid=" + triaged.get("eventId") + "\n")
                .endsWith("\n" + triaged.get("data"));
    }

    @Test
    void recordsTheSameEventOnce() {
        Story story = Story.triaged();
        CaseOpened fact = new CaseOpened(story.incidentId(), Story.CITY, Instant.parse("2026-11-20T15:00:00Z"));
        Envelope envelope = Facts.send(Topic.CASE, fact, Story.CITY);
        for (int i = 0; i < 5; i++) {
            Facts.send(Topic.CASE, fact, envelope);
        }
        story.entries(5);
        Envelope last = Facts.send(Topic.CASE, fact, Story.CITY);
        awaitRecorded(last.id());

        assertThat(Database.number(ENTRIES_OF, envelope.id())).isOne();
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();
    }

    @Test
    void recordsAnEventThatIsNewerThanThisVersion() {
        Envelope known = envelope(UUID.randomUUID(), "org.candor.investigation.case-frozen.v7", "/investigation", 0);
        Facts.sendRaw(Topic.CASE, "k", "{\"incidentId\":42}".getBytes(UTF_8), Facts.headers(known));
        awaitRecorded(known.id());
    }

    @Test
    void recordsThatSomethingUnreadableCameAndNotWhatItWas() {
        String secret = "narrative of " + UUID.randomUUID();
        Facts.sendRaw(Topic.REPORT, "k", secret.getBytes(UTF_8), Map.of("ce_id", "not an id"));
        Envelope next = Facts.send(Topic.REPORT, Story.triaged().report(), Story.CITY);
        awaitRecorded(next.id());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Database.number("select count(*) from trail.entry where type = ?", Arrivals.UNREADABLE))
                        .isPositive());
        assertThat(Database.number(
                        "select count(*) from trail.entry where position(?::bytea in bytes) > 0",
                        secret.getBytes(UTF_8)))
                .isZero();
    }

    @Test
    void goesOnAfterWhatNoColumnCanHold() {
        Envelope tooLong = envelope(UUID.randomUUID(), "t".repeat(9_000), "/investigation", 0);
        Facts.sendRaw(Topic.CASE, "k", "{}".getBytes(UTF_8), Facts.headers(tooLong));
        Map<String, String> faraway = Facts.headers(envelope(UUID.randomUUID(), "t", "/investigation", 0));
        faraway.put("ce_time", "+999999999-12-31T00:00:00Z");
        Facts.sendRaw(Topic.CASE, "k", null, faraway);

        Story.triaged().entries(4);
    }

    @Test
    void recordsEverySampleOfTheContractsOnceHoweverOftenAndInWhateverOrderItComes() {
        Set<UUID> sent = new HashSet<>();
        List<Runnable> deliveries = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            for (Class<? extends Event> fact :
                    topic == Topic.CHECKPOINT ? List.<Class<? extends Event>>of() : topic.facts()) {
                Envelope sample = envelope(UUID.randomUUID(), topic.typeOf(fact), "/samples", 0);
                byte[] data = Samples.of(topic, fact).getBytes(UTF_8);
                for (int times = 0; times < 3; times++) {
                    deliveries.add(() -> Facts.sendRaw(topic, "sample", data, Facts.headers(sample)));
                }
                sent.add(sample.id());
            }
        }
        Collections.shuffle(deliveries, new Random(11));
        deliveries.forEach(Runnable::run);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Database.number("select count(*) from trail.entry where source = '/samples'"))
                                .isEqualTo(sent.size()));
        assertThat(Database.number(
                        "select count(*) from trail.entry where source = '/samples' and ? = any (incidents)",
                        Samples.INCIDENT))
                .isGreaterThan(sent.size() / 2);
        for (Topic topic : Topic.values()) {
            Envelope last = envelope(UUID.randomUUID(), "org.candor.test.last.v1", "/samples-last", 0);
            Facts.sendRaw(topic, "sample", "{}".getBytes(UTF_8), Facts.headers(last));
            if (topic != Topic.CHECKPOINT) {
                awaitRecorded(last.id());
            }
        }
        assertThat(Database.number("select count(*) from trail.entry where source = '/samples'"))
                .isEqualTo(sent.size());
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() {
        Story before = Story.triaged();
        before.entries(4);
        Database.cut();
        Envelope meanwhile;
        try {
            meanwhile = Facts.send(Topic.REPORT, before.report(), Story.CITY);
            given().auth()
                    .oauth2(Tokens.of("auditor"))
                    .get("/checkpoint")
                    .then()
                    .statusCode(503);
        } finally {
            Database.restore();
        }
        awaitRecorded(meanwhile.id());
        assertThat(Database.number("select count(*) - max(index) from trail.entry"))
                .isOne();
    }

    @Test
    void recordsWhoReadTheTrail() {
        Story story = Story.triaged();
        long index = Story.index(story.entries(4).getFirst());
        as("auditor").get("/entries/" + index).then().statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath accesses = as("auditor")
                    .queryParam("incidentId", story.incidentId())
                    .queryParam("type", "access-recorded")
                    .queryParam("actor", "auditor")
                    .get("/entries")
                    .jsonPath();
            assertThat(accesses.getList("items.data", String.class))
                    .anyMatch(data -> data.contains("\"read-trail-entry\"") && data.contains("index=" + index))
                    .anyMatch(data -> data.contains("\"list-trail\""));
        });
    }

    @Test
    void findsByTypeActorAndTime() {
        Story story = Story.triaged();
        story.entries(4);
        assertThat(types(story, "type", "case-triaged")).containsExactly("org.candor.investigation.case-triaged.v1");
        assertThat(types(story, "type", "org.candor.investigation.case-opened.v1"))
                .hasSize(1);
        assertThat(types(story, "actor", "reporter")).containsExactly("org.candor.intake.report-submitted.v1");
        assertThat(types(story, "to", "2026-01-01T00:00:00Z")).isEmpty();
        assertThat(types(story, "from", "2026-01-01T00:00:00Z")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void pagesWithoutLosingAnEntry() {
        Story story = Story.triaged();
        story.entries(4);
        List<Integer> all = pageOfSystem(story, null, 200).getList("items.index");
        List<Integer> paged = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = pageOfSystem(story, cursor, 1);
            paged.addAll(page.getList("items.index"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(paged).hasSize(2).containsExactlyElementsOf(all);
    }

    @Test
    void showsAnIncidentOnlyToThoseForWhomItExists() {
        Story story = Story.triaged();
        long index = Story.index(story.entries(4).getFirst());
        String path = "/entries?incidentId=" + story.incidentId();

        as("privacy-officer").get(path).then().statusCode(200);
        as("privacy-officer").get("/entries/" + index).then().statusCode(200);
        bearer(Tokens.as("other-officer", "privacy-officer")).get(path).then().statusCode(404);
        bearer(Tokens.as("other-officer", "privacy-officer"))
                .get("/entries/" + index)
                .then()
                .statusCode(404);
        bearer(Tokens.subject("auditor").roles("auditor").entities("clinic").signed())
                .get(path)
                .then()
                .statusCode(404);
        as("privacy-officer").get("/entries").then().statusCode(422);
    }

    @Test
    void letsTheIncidentNotExistForWhoIsRecused() {
        Story story = Story.triaged();
        long index = Story.index(story.entries(4).getFirst());
        Routing.open(story.incidentId(), Story.CITY)
                .assigning(OfficerRole.ADMINISTRATOR, "administrator")
                .recusing("auditor-2")
                .recusing("privacy-officer")
                .version(2)
                .send();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as("privacy-officer").get("/entries/" + index).then().statusCode(404));
        as("administrator").get("/entries/" + index).then().statusCode(200);
        RequestSpecification recused = bearer(Tokens.as("auditor-2", "auditor"));
        recused.get("/entries/" + index).then().statusCode(404);
        JsonPath everything = bearer(Tokens.as("auditor-2", "auditor"))
                .queryParam("cursor", Math.max(0, index - 5))
                .queryParam("limit", 200)
                .get("/entries")
                .jsonPath();
        assertThat(everything.getString("items"))
                .doesNotContain(story.incidentId().toString());
    }

    @Test
    void alarmsWhenAProducersNumberNeverComes() {
        String source = "/producer-" + UUID.randomUUID();
        send(source, 1);
        send(source, 4);
        assertThat(gapsOf(source))
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .containsEntry("first", 2)
                        .containsEntry("last", 3)
                        .containsEntry("alarm", false));
        clock.advance(Duration.ofMinutes(2));
        assertThat(gapsOf(source))
                .singleElement()
                .satisfies(gap -> assertThat(gap).containsEntry("alarm", true));
        send(source, 2);
        send(source, 3);
        assertThat(gapsOf(source)).isEmpty();
    }

    private static void send(String source, long sequence) {
        Envelope envelope = envelope(UUID.randomUUID(), "org.candor.test.counted.v1", source, sequence);
        Facts.sendRaw(Topic.PROGRAMME, "k", "{}".getBytes(UTF_8), Facts.headers(envelope));
        awaitRecorded(envelope.id());
    }

    private static List<Map<String, Object>> gapsOf(String source) {
        return as("auditor").get("/gaps").jsonPath().getList("items.findAll { it.source == '" + source + "' }");
    }

    private static Envelope envelope(UUID id, String type, String source, long sequence) {
        return new Envelope(
                id, type, source, "k", Instant.parse("2026-11-20T15:00:00Z"), "", false, "", "system", "", sequence);
    }

    private static void awaitRecorded(UUID eventId) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Database.number(ENTRIES_OF, eventId)).isOne());
    }

    /** Routing and opening: what no person did, so that the reading itself adds nothing to it. */
    private static JsonPath pageOfSystem(Story story, String cursor, int limit) {
        RequestSpecification request = as("auditor")
                .queryParam("incidentId", story.incidentId())
                .queryParam("actor", "system")
                .queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/entries")
                .jsonPath();
    }

    private static List<String> types(Story story, String parameter, String value) {
        return as("auditor")
                .queryParam("incidentId", story.incidentId())
                .queryParam(parameter, value)
                .get("/entries")
                .jsonPath()
                .getList("items.type");
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
