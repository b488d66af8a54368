package org.candor.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.AssessmentEvent.DiscoveryDetermined;
import org.candor.events.AssessmentOutcome;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.NoticeEvent.MediaNotified;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeEvent.PostingPublished;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.NoticeMethod;
import org.candor.events.ObligationEvent.HoldPlaced;
import org.candor.events.ObligationEvent.LogEntryRecorded;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** The main job, over HTTP and Kafka: a spreadsheet with 612 patients went to the wrong vendor. */
@QuarkusTest
@OnRealPlatform
class BreachStoryTest {

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 4, 6);
    private static final LocalDate DAY_60 = DISCOVERED.plusDays(60);
    private static final LocalDate LETTERS = LocalDate.of(2026, 4, 24);

    @Test
    void opensAsPresumedABreachWithTheClockRunning() {
        Story story = Story.asked();
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .statusCode(200)
                .body("state", equalTo("PRESUMED"))
                .body("discovery.on", equalTo(DISCOVERED.toString()))
                .body("discovery.candidates", hasSize(1))
                .body("suggestion.outcome", equalTo("REPORTABLE_BREACH"))
                .body("suggestion.presumed", equalTo(true))
                .body("missing", hasItem("factors.MITIGATION"))
                .body("commands", hasItems("facts", "conclusion", "knowledge"))
                .body("disclaimer", containsString("Not legal advice"));
        try (TopicProbe assessments = TopicProbe.on(Topic.ASSESSMENT);
                TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            assessments.await(AssessmentOpened.class, fact -> fact.incidentId().equals(story.incidentId));
            assertThat(assessments
                            .await(
                                    DiscoveryDetermined.class,
                                    fact -> fact.incidentId().equals(story.incidentId))
                            .discoveredOn())
                    .isEqualTo(DISCOVERED);
            assertThat(obligations
                            .await(DeadlineSet.class, fact -> story.incidentId.equals(fact.incidentId()))
                            .dueOn())
                    .isEqualTo(DAY_60);
        }
    }

    @Test
    void concludesWithDutiesThatHaveDueDayCitationAndReason() {
        Story story = Story.asked();
        story.put(Story.COMPLETE.formatted("HIGH"))
                .then()
                .statusCode(200)
                .body("missing", hasSize(0))
                .body("ifBreach.obligations", hasSize(4))
                .body("worksheet.factors.MITIGATION.rating", equalTo("HIGH"));
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("NOTICES_OWED"))
                .body("conclusion.decidedBy", equalTo("privacy-officer"));

        JsonPath view = story.obligations().then().statusCode(200).extract().jsonPath();
        assertThat(due(view, "US-INDIVIDUAL")).isEqualTo(DAY_60.toString());
        assertThat(due(view, "US-HHS")).isEqualTo(DAY_60.toString());
        assertThat(due(view, "US-MEDIA-WI")).isEqualTo(DAY_60.toString());
        // Day 60 is Friday 5 June; five business days later is Friday 12 June.
        assertThat(due(view, "IL-REG-HHS")).isEqualTo("2026-06-12");
        assertThat(view.getList("obligations")).hasSize(4);
        assertThat(view.getList("obligations.citation")).doesNotContainNull();
        assertThat(view.getList("obligations.reason")).doesNotContainNull();
        assertThat(view.getString("history[0].because")).contains("concluded");

        try (TopicProbe assessments = TopicProbe.on(Topic.ASSESSMENT);
                TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            AssessmentConcluded concluded = assessments.await(
                    AssessmentConcluded.class, fact -> fact.incidentId().equals(story.incidentId));
            assertThat(concluded.outcome()).isEqualTo(AssessmentOutcome.REPORTABLE_BREACH);
            assertThat(concluded.worksheetSha256()).hasSize(64);
            ObligationsComputed computed = computed(obligations, story, 1);
            assertThat(computed.obligations()).hasSize(4);
            assertThat(computed.discoveredOn()).isEqualTo(DISCOVERED);
            obligations.awaitRecords(DeadlineSet.class, fact -> story.incidentId.equals(fact.incidentId()), 5);
            LogEntryRecorded entry = obligations.await(
                    LogEntryRecorded.class, fact -> fact.incidentId().equals(story.incidentId));
            assertThat(entry.year()).isEqualTo(2026);
            assertThat(entry.track()).isEqualTo("CONTEMPORANEOUS");
        }
    }

    @Test
    void keepsRosterCountsAsAnOfferUntilAnOfficerAdoptsThem() {
        Story story = Story.asked().breach();
        story.tell(
                Topic.NOTICE,
                new CountsOffered(story.incidentId, 612, Map.of("WI", 505L, "IL", 104L), 10, 0, Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> story.obligations().jsonPath().getBoolean("offerDiffers"));
        story.obligations().then().body("obligations.key", not(hasItem("US-SUBSTITUTE")));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .post(story.breachPath("/counts/adoption"))
                .then()
                .statusCode(200)
                .body("obligations.key", hasItem("US-SUBSTITUTE"))
                .body("offerDiffers", equalTo(false))
                .body("offer.adoptedBy", equalTo("privacy-officer"))
                .body("history[1].because", containsString("undeliverable, living: was 0, is now 10"))
                .body("history[1].changes.what", hasItem("ARISEN"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .post(story.breachPath("/counts/adoption"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_OFFER"));
    }

    @Test
    void movesTheReportToTheSecretaryToTheDayOfTheLetters() {
        Story story = Story.asked().breach();
        adoptTen(story);
        story.tell(
                Topic.NOTICE,
                new NoticesSent(
                        story.incidentId,
                        Map.of(NoticeMethod.FIRST_CLASS_MAIL, 590L, NoticeMethod.EMAIL, 12L),
                        LETTERS,
                        LETTERS));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LETTERS.toString().equals(due(story.obligations().jsonPath(), "US-HHS")));
        JsonPath view = story.obligations().jsonPath();
        assertThat(of(view, "US-HHS", "reason")).contains("due with the first letters");
        assertThat(of(view, "US-INDIVIDUAL", "completedOn")).isEqualTo(LETTERS.toString());
        // Friday 24 April plus five business days.
        assertThat(due(view, "IL-REG-HHS")).isEqualTo("2026-05-01");
        Map<String, Object> moved = view.getMap("history[-1].changes.find { it.key == 'US-HHS' }");
        assertThat(moved).containsEntry("wasDue", DAY_60.toString()).containsEntry("nowDue", LETTERS.toString());
        assertThat(view.getString("history[-1].because")).contains("notices went out from 2026-04-24");

        story.tell(
                Topic.NOTICE,
                new HhsSubmitted(
                        story.incidentId, "CONTEMPORANEOUS", "BR-77", LETTERS.plusDays(3), HhsSubmitted.HIPAA));
        story.tell(Topic.NOTICE, new MediaNotified(story.incidentId, "WI", LETTERS, 3));
        story.tell(Topic.NOTICE, new PostingPublished(story.incidentId, "slug", LETTERS, LETTERS.plusDays(90)));
        UUID illinois = UUID.fromString(of(view, "IL-REG-HHS", "obligationId"));
        story.tell(Topic.NOTICE, new RegulatorNotified(story.incidentId, illinois, "IL", LETTERS.plusDays(3)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> story.obligations().jsonPath().getList("obligations.completedOn").stream()
                        .noneMatch(java.util.Objects::isNull));
        JsonPath done = story.obligations().jsonPath();
        assertThat(of(done, "US-HHS", "daysLate")).isEqualTo("3");
        assertThat(of(done, "US-SUBSTITUTE", "keepThrough"))
                .isEqualTo(LETTERS.plusDays(90).toString());
        assertThat(done.getString("trackingNumber")).isEqualTo("BR-77");
        try (TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineMet met = obligations.await(
                    DeadlineMet.class,
                    fact -> fact.deadlineId().equals(UUID.fromString(of(done, "US-HHS", "obligationId"))));
            assertThat(met.metOn()).isEqualTo(LETTERS.plusDays(3));
            assertThat(met.daysLate()).isEqualTo(3);
            obligations.await(
                    LogEntryRecorded.class,
                    fact -> fact.incidentId().equals(story.incidentId) && "BR-77".equals(fact.trackingNumber()));
        }
        story.as("privacy-officer")
                .get("/log?year=2026")
                .then()
                .statusCode(200)
                .body(
                        "entries.find { it.incidentId == '%s' }.trackingNumber".formatted(story.incidentId),
                        equalTo("BR-77"))
                .body("entries.find { it.incidentId == '%s' }.individuals".formatted(story.incidentId), equalTo(612));
    }

    @Test
    void holdsNoticesAndSaysUntilWhen() {
        Story story = Story.asked().breach();
        String held = Story.COMPLETE
                .formatted("HIGH")
                .replace(
                        "\"notice\": {",
                        "\"notice\": {\"lawEnforcementDelays\": [{\"form\": \"ORAL\", \"statedOn\": \"2026-05-20\","
                                + " \"ground\": \"IMPEDE_INVESTIGATION\","
                                + " \"official\": \"Det. B. Sample\", \"agency\": \"County sheriff\"}], ");
        story.put(held).then().statusCode(200);
        JsonPath view = story.obligations().jsonPath();
        assertThat(of(view, "US-INDIVIDUAL", "heldUntil")).isEqualTo("2026-06-19");
        assertThat(due(view, "US-INDIVIDUAL")).isEqualTo("2026-06-19");
        assertThat(story.obligations().asString()).doesNotContain("Sample").doesNotContain("sheriff");
        try (TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            HoldPlaced hold = obligations.await(
                    HoldPlaced.class, fact -> fact.incidentId().equals(story.incidentId));
            assertThat(hold.heldUntil()).isEqualTo(LocalDate.of(2026, 6, 19));
        }
        story.put(held.replace("\"official\": \"Det. B. Sample\", ", ""))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/notice/lawEnforcementDelays/0/official"));
        story.put(held.replace("\"ground\": \"IMPEDE_INVESTIGATION\",", ""))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/notice/lawEnforcementDelays/0/ground"));
    }

    @Test
    void recomputesWhenEarlierKnowledgeTurnsUp() {
        Story story = Story.asked().breach();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(
                        "{\"knowledge\": {\"by\": \"WORKFORCE\", \"at\": \"2026-04-02\"}, \"how\": \"A nurse had seen it.\"}")
                .post(story.path("/knowledge"))
                .then()
                .statusCode(200)
                .body("discovery.on", equalTo("2026-04-02"))
                .body("discovery.candidates", hasSize(2));
        assertThat(due(story.obligations().jsonPath(), "US-INDIVIDUAL")).isEqualTo("2026-06-01");
        try (TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            assertThat(computed(obligations, story, 2).discoveredOn()).isEqualTo(LocalDate.of(2026, 4, 2));
        }
    }

    @Test
    void takesAConclusionBackAndLetsItsDutiesFall() {
        Story story = Story.asked().breach();
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"reason\": \"The vendor proved that nothing arrived.\"}")
                .post(story.path("/reopening"))
                .then()
                .statusCode(200)
                .body("state", equalTo("PRESUMED"))
                .body("edition", equalTo(2));
        story.put(Story.COMPLETE.formatted("LOW").replace("\"violated\": true", "\"violated\": false"))
                .then()
                .statusCode(200)
                .body("suggestion.outcome", equalTo("NOT_A_BREACH"));
        story.conclude("{\"outcome\": \"NOT_A_BREACH\"}").then().statusCode(200).body("state", equalTo("NOTHING_OWED"));
        story.obligations()
                .then()
                .statusCode(200)
                .body("obligations", hasSize(0))
                .body("history", hasSize(2));
        try (TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            obligations.awaitRecords(DeadlineCancelled.class, fact -> story.incidentId.equals(fact.incidentId()), 4);
        }
    }

    @Test
    void refusesNotABreachWhileAnythingIsMissing() {
        Story story = Story.asked();
        story.conclude("{\"outcome\": \"NOT_A_BREACH\", \"reason\": \"harmless\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ASSESSMENT_INCOMPLETE"))
                .body("missing", hasItems("gates.phi", "exceptions.NOT_RETAINED", "factors.MITIGATION"));
    }

    @Test
    void freezesTheWorksheetAsATaggedDocument() {
        Story story = Story.asked();
        byte[] draft = story.as("counsel").get(story.path("/worksheet.pdf")).asByteArray();
        assertThat(new String(draft, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        story.breach();
        byte[] first = story.as("counsel").get(story.path("/worksheet.pdf")).asByteArray();
        byte[] second = story.as("counsel").get(story.path("/worksheet.pdf")).asByteArray();
        assertThat(first).isEqualTo(second).isNotEqualTo(draft);
        Pictures.save("worksheet-4-III-A", first);
        story.put(Story.COMPLETE.formatted("LOW")).then().statusCode(409).body("code", equalTo("WORKSHEET_FROZEN"));
    }

    @Test
    void keepsADrillOutOfTheLog() {
        Story drill = Story.drill().breach();
        drill.obligations().then().statusCode(200).body("drill", equalTo(true)).body("obligations", hasSize(4));
        drill.as("privacy-officer")
                .get("/log?year=2026")
                .then()
                .statusCode(200)
                .body("entries.incidentId", not(hasItem(drill.incidentId.toString())));
        try (TopicProbe obligations = TopicProbe.on(Topic.OBLIGATION)) {
            computed(obligations, drill, 1);
            obligations.never(
                    LogEntryRecorded.class, fact -> fact.incidentId().equals(drill.incidentId), Duration.ofSeconds(2));
        }
    }

    @Test
    void startsNoClockWhileOnlyTheWrongdoerKnows() {
        Story story = Story.asked(false, KnownBy.WRONGDOER);
        story.as("privacy-officer")
                .get(story.path(""))
                .then()
                .body("discovery.on", equalTo(null))
                .body("discovery.candidates[0].why", containsString("never counts"));
    }

    @Test
    void recordsReadingsOnTheTopicOfAccesses() {
        Story story = Story.asked();
        story.as("counsel").get(story.path("")).then().statusCode(200);
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    fact -> fact.incidentIds().contains(story.incidentId)
                            && fact.action().equals("read-assessment")
                            && fact.actor().equals("counsel"));
        }
    }

    @Test
    void recordsAnOfficersWordThatADutyWasDone() {
        Story story = Story.asked().breach();
        String id = of(story.obligations().jsonPath(), "IL-REG-HHS", "obligationId");
        String path = story.breachPath("/obligations/" + id + "/completion");
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"completedOn\": \"2026-04-01\"}")
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("DONE_TOO_EARLY"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"completedOn\": \"2026-04-20\"}")
                .post(path)
                .then()
                .statusCode(200)
                .body("obligations.find { it.key == 'IL-REG-HHS' }.completedOn", equalTo("2026-04-20"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"completedOn\": \"2026-04-20\"}")
                .post(story.breachPath("/obligations/" + UUID.randomUUID() + "/completion"))
                .then()
                .statusCode(404);
    }

    private static void adoptTen(Story story) {
        story.tell(
                Topic.NOTICE,
                new CountsOffered(story.incidentId, 612, Map.of("WI", 505L, "IL", 104L), 10, 0, Instant.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> story.obligations().jsonPath().getBoolean("offerDiffers"));
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .post(story.breachPath("/counts/adoption"))
                .then()
                .statusCode(200);
    }

    private static ObligationsComputed computed(TopicProbe probe, Story story, int version) {
        return probe.await(
                ObligationsComputed.class,
                fact -> fact.incidentId().equals(story.incidentId) && fact.version() == version);
    }

    private static String due(JsonPath view, String key) {
        return of(view, key, "due");
    }

    private static String of(JsonPath view, String key, String field) {
        return view.getString("obligations.find { it.key == '" + key + "' }." + field);
    }
}
