package org.candor.breach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** The log of a year, what is entered into the Secretary's portal after it, and what was there before the product. */
@QuarkusTest
@OnRealPlatform
class YearTest {

    private static final String SMALL = Story.COMPLETE
            .formatted("HIGH")
            .replace("\"total\": 612, \"byJurisdiction\": {\"WI\": 505, \"IL\": 104}", "\"total\": 40");

    @Test
    void laysSmallBreachesOutInTheOrderOfThePortalsScreens() {
        Story story = breach(SMALL);
        JsonPath run = run(story, 2026);
        assertThat(run.getString("due")).isEqualTo("2027-03-01");
        Map<String, Object> entry = entry(run, story, "HIPAA");
        assertThat(entry).containsEntry("entered", false).containsEntry("due", "2027-03-01");
        String find = "entries.find { it.incidentId == '%s' }.screens".formatted(story.incidentId);
        assertThat(run.getList(find + ".title", String.class))
                .containsExactly("1 General", "2 Contact", "3 Breach", "4 Notice and actions", "5 Attestation");
        assertThat(run.getList(find + "[2].fields.answer", String.class))
                .contains("Fewer Than 500 Individuals", "2026-04-06", "40");
        assertThat(run.getList(find + "[3].fields.answer", String.class)).contains("No");
    }

    @Test
    void leavesTheAnnualRunToBreachesOfFewerThanFiveHundred() {
        Story story = Story.asked().breach();
        story.as("auditor")
                .get("/log/annual-run?year=2026")
                .then()
                .statusCode(200)
                .body("entries.incidentId", not(hasItem(story.incidentId.toString())));
    }

    @Test
    void takesANumberBackForWhatWasEnteredEarly() {
        Story story = breach(SMALL);
        complete(story, "US-HHS", "{\"completedOn\": \"2026-05-02\", \"trackingNumber\": \"BR-1204\"}")
                .statusCode(200)
                .body("trackingNumber", equalTo("BR-1204"));
        assertThat(entry(run(story, 2026), story, "HIPAA"))
                .containsEntry("entered", true)
                .containsEntry("enteredOn", "2026-05-02")
                .containsEntry("trackingNumber", "BR-1204");
        complete(story, "US-INDIVIDUAL", "{\"completedOn\": \"2026-05-02\", \"trackingNumber\": \"BR-1\"}")
                .statusCode(422)
                .body("errors.field", hasItem("/trackingNumber"));
        complete(story, "US-HHS", "{\"completedOn\": \"2026-05-02\", \"trackingNumber\": \"=cmd()\"}")
                .statusCode(422);
    }

    @Test
    void keepsThePart2ReportApartFromTheHipaaReport() {
        Story story = breach(SMALL.replace("\"notice\": {", "\"notice\": {\"part2Records\": 7, "));
        complete(story, "US-PART2", "{\"completedOn\": \"2026-05-03\", \"trackingNumber\": \"P2-9\"}")
                .statusCode(200)
                .body("part2TrackingNumber", equalTo("P2-9"))
                .body("trackingNumber", equalTo(null));
        JsonPath run = run(story, 2026);
        assertThat(entry(run, story, "PART2")).containsEntry("entered", true).containsEntry("trackingNumber", "P2-9");
        assertThat(entry(run, story, "HIPAA")).containsEntry("entered", false);
        story.as("auditor")
                .get("/log?year=2026")
                .then()
                .body("entries.find { it.incidentId == '%s' }.part2.records".formatted(story.incidentId), equalTo(7));
    }

    @Test
    void takesAPart2ReportThatWasToldForNoHipaaReport() {
        Story story = breach(SMALL.replace("\"notice\": {", "\"notice\": {\"part2Records\": 7, "));
        LocalDate day = LocalDate.of(2026, 5, 4);
        story.tell(
                Topic.NOTICE,
                new HhsSubmitted(story.incidentId, "ANNUAL_LOG", "BR-7", day.plusDays(1), HhsSubmitted.HIPAA));
        story.tell(Topic.NOTICE, new HhsSubmitted(story.incidentId, "ANNUAL_LOG", "P2-7", day, HhsSubmitted.PART2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.obligations().then().body("part2TrackingNumber", equalTo("P2-7")));
        story.obligations().then().body("trackingNumber", equalTo("BR-7")).body("submittedOn", equalTo("2026-05-05"));
        JsonPath run = run(story, 2026);
        assertThat(entry(run, story, "PART2")).containsEntry("enteredOn", "2026-05-04");
        assertThat(entry(run, story, "HIPAA")).containsEntry("enteredOn", "2026-05-05");
    }

    @Test
    void movesTheRegulatorsDayWhenASmallBreachIsReportedEarlyByHand() {
        Story story = breach(SMALL.replace("\"total\": 40", "\"total\": 40, \"byJurisdiction\": {\"IL\": 12}"));
        assertThat(due(story, "IL-REG-HHS")).isEqualTo("2027-03-08");
        complete(story, "US-HHS", "{\"completedOn\": \"2026-05-04\", \"trackingNumber\": \"BR-4\"}")
                .statusCode(200)
                .body("submittedOn", equalTo("2026-05-04"));
        assertThat(due(story, "IL-REG-HHS")).isEqualTo("2026-05-11");
    }

    @Test
    void movesTheSecretarysDayWhenLettersOfALargeBreachWentOutByHand() {
        Story story = Story.asked().breach();
        complete(story, "US-INDIVIDUAL", "{\"completedOn\": \"2026-04-24\"}").statusCode(200);
        assertThat(due(story, "US-HHS")).isEqualTo("2026-04-24");
    }

    @Test
    void givesThePortalTheDayOfTheFirstLetterAndNotOfTheLast() {
        Story story = breach(SMALL);
        LocalDate first = LocalDate.of(2026, 4, 24);
        story.tell(
                Topic.NOTICE,
                new NoticesSent(
                        story.incidentId, Map.of(NoticeMethod.FIRST_CLASS_MAIL, 40L), first, first.plusDays(3)));
        String field = "entries.find { it.incidentId == '%s' }.screens[3].fields[0].answer".formatted(story.incidentId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(run(story, 2026).getString(field)).isEqualTo("2026-04-24"));
        assertThat(story.obligations()
                        .jsonPath()
                        .getString("obligations.find { it.key == 'US-INDIVIDUAL' }.completedOn"))
                .isEqualTo("2026-04-27");
    }

    @Test
    void keepsABreachInTheLogWhileItsQuestionIsOpenAgain() {
        Story story = breach(SMALL);
        story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body("{\"reason\": \"The vendor wrote back.\"}")
                .post(story.path("/reopening"))
                .then()
                .statusCode(200);
        assertThat(entry(run(story, 2026), story, "HIPAA")).containsEntry("entered", false);
        assertThat(story.as("auditor").get("/log/breach-log.csv?year=2026").asString())
                .contains(story.incidentId.toString());
    }

    @Test
    void closesThePart2ReportOfAnEarlierBreach() {
        Story story = Story.asked();
        String reference = "P2-" + UUID.randomUUID().toString().substring(0, 8);
        String part2 = "\"individuals\": 12, \"part2Records\": 3, \"part2TrackingNumber\": \"P2-3\"";
        bring(story, one(reference, part2))
                .statusCode(422)
                .body("errors.field", hasItem("/breaches/0/part2TrackingNumber"));
        bring(story, one(reference, part2 + ", \"part2ReportedOn\": \"2026-07-01\""))
                .statusCode(200);
        String find = "entries.find { it.reference == '" + reference + "' && it.report == '%s' }.";
        JsonPath run = run(story, 2026);
        assertThat(run.getString(find.formatted("PART2") + "trackingNumber")).isEqualTo("P2-3");
        assertThat(run.getString(find.formatted("PART2") + "enteredOn")).isEqualTo("2026-07-01");
        assertThat(run.getBoolean(find.formatted("HIPAA") + "entered")).isFalse();
    }

    @Test
    void setsADeadlineForThePart2ReportOfAnEarlierBreachByItsOwnCount() {
        Story story = Story.asked();
        String reference = "P2-" + UUID.randomUUID().toString().substring(0, 8);
        String many = "\"individuals\": 700, \"part2Records\": 3, \"reportedOn\": \"2026-07-01\"";
        bring(story, one(reference, many)).statusCode(200);
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet apart = probe.await(
                    DeadlineSet.class,
                    fact -> fact.kind().equals("PART2_REPORT")
                            && fact.deadlineId().equals(part2Of(reference)));
            // Fewer than 500 Part 2 records: after the year, whatever the HIPAA count is.
            assertThat(apart.dueOn()).isEqualTo(LocalDate.of(2027, 3, 1));
            assertThat(apart.citation()).contains("42 CFR 2.16(b)");
            bring(story, one(reference, many + ", \"part2ReportedOn\": \"2026-07-02\""))
                    .statusCode(200);
            assertThat(probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(apart.deadlineId()))
                            .daysLate())
                    .isZero();
        }
    }

    private static UUID part2Of(String reference) {
        UUID id = UUID.nameUUIDFromBytes((Story.CITY + "/" + reference).getBytes(StandardCharsets.UTF_8));
        return UUID.nameUUIDFromBytes((id + "/part2").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesTheAnnualRunAsATableWithTheFieldsOfThePortalInTheirOrder() throws IOException {
        Story story = breach(SMALL);
        String csv = story.as("auditor")
                .get("/log/annual-run.csv?year=2026")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("annual-run-2026.csv"))
                .extract()
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("Incident,Earlier reference,Report,Report due,Entered")
                .contains("1 General: Report type", "3 Breach: Discovery start date");
        assertThat(csv.lines().filter(line -> line.startsWith(story.incidentId.toString())))
                .singleElement()
                .asString()
                .contains("HIPAA,2027-03-01,no", "Fewer Than 500 Individuals", "2026-04-06");
        byte[] book = story.as("auditor")
                .get("/log/annual-run.xlsx?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(sheet(book)).contains("3 Breach: Discovery start date", story.incidentId.toString());
    }

    private static String sheet(byte[] book) throws IOException {
        Path file = Files.createTempFile("annual-run", ".xlsx");
        try {
            Files.write(file, book);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                StringBuilder text = new StringBuilder();
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
                return text.toString();
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void remindsOfTheAddendumUntilTheCountReportedIsTheCountThatIsKnown() {
        Story story = breach(SMALL.replace("\"total\": 40", "\"total\": 501, \"estimated\": true"));
        story.tell(
                Topic.NOTICE,
                new HhsSubmitted(story.incidentId, "CONTEMPORANEOUS", "BR-501", LocalDate.of(2026, 5, 4), null));
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            DeadlineSet reminder = probe.await(
                    DeadlineSet.class,
                    fact -> story.incidentId.equals(fact.incidentId())
                            && fact.kind().equals("HHS_ADDENDUM"));
            assertThat(reminder.dueOn()).isEqualTo(LocalDate.of(2026, 7, 3));
            story.obligations().then().body("addendumDue", equalTo("2026-07-03"));
            story.put(SMALL.replace("\"total\": 40", "\"total\": 743")).then().statusCode(200);
            story.obligations().then().body("addendumDue", equalTo("2026-07-03"));
            story.tell(
                    Topic.NOTICE,
                    new HhsSubmitted(story.incidentId, "CONTEMPORANEOUS", "BR-501", LocalDate.of(2026, 6, 20), null));
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(reminder.deadlineId()));
        }
        story.obligations().then().body("addendumDue", equalTo(null));
    }

    @Test
    void bringsEarlierBreachesIntoTheLogOfTheirYear() {
        Story story = Story.asked();
        String reference = "OLD-" + UUID.randomUUID().toString().substring(0, 8);
        bring(story, one(reference, "\"individuals\": 12, \"part2Records\": 3"))
                .statusCode(200)
                .body("entries", equalTo(1));
        String find = "entries.find { it.reference == '" + reference + "' }.";
        JsonPath log = story.as("auditor").get("/log?year=2026").jsonPath();
        assertThat(log.getString(find + "reportDue")).isEqualTo("2027-03-01");
        assertThat(log.getString(find + "track")).isEqualTo("ANNUAL_LOG");
        assertThat(log.getString(find + "part2.due")).isEqualTo("2027-03-01");
        try (TopicProbe probe = TopicProbe.on(Topic.OBLIGATION)) {
            UUID id = UUID.fromString(log.getString(find + "importId"));
            assertThat(probe.await(DeadlineSet.class, fact -> fact.deadlineId().equals(id))
                            .dueOn())
                    .isEqualTo(LocalDate.of(2027, 3, 1));
            bring(
                            story,
                            one(
                                    reference,
                                    "\"individuals\": 12, \"reportedOn\": \"2026-07-01\", \"trackingNumber\": \"B-3\""))
                    .statusCode(200);
            probe.await(DeadlineMet.class, fact -> fact.deadlineId().equals(id));
        }
        assertThat(story.as("auditor").get("/log?year=2026").jsonPath().getString(find + "trackingNumber"))
                .isEqualTo("B-3");
        story.as("auditor")
                .get("/log?year=2026&entityId=another-city")
                .then()
                .statusCode(200)
                .body("entries", hasSize(0));
        story.as("auditor")
                .get("/log?year=2026&entityId=" + Story.CITY)
                .then()
                .body("entries.reference", hasItem(reference));
        assertThat(story.as("auditor").get("/log/breach-log.csv?year=2026").asString())
                .contains(reference)
                .contains("B-3");
    }

    @Test
    void refusesEarlierBreachesThatContradictThemselvesAndKeepsNone() {
        Story story = Story.asked();
        String reference = "BAD-" + UUID.randomUUID().toString().substring(0, 8);
        String good = "{\"reference\": \"" + reference + "\", \"discoveredOn\": \"2026-02-01\", \"individuals\": 3}";
        bring(story, body(good + ", " + good.replace(reference, reference + "b").replace("2026-02-01", "2009-09-22")))
                .statusCode(422)
                .body("errors.field", hasItem("/breaches/1/discoveredOn"));
        bring(story, one(reference, "\"individuals\": 0")).statusCode(422);
        bring(story, one("no spaces allowed", "\"individuals\": 1")).statusCode(422);
        bring(story, one(reference, "\"individuals\": 2, \"trackingNumber\": \"B-1\""))
                .statusCode(422)
                .body("errors.message", hasItem(containsString("day of the report")));
        assertThat(story.as("auditor").get("/log?year=2026").asString()).doesNotContain(reference);
    }

    @Test
    void showsEarlierBreachesToNobodyOfAnotherEntity() {
        Story story = Story.asked();
        String reference = "MINE-" + UUID.randomUUID().toString().substring(0, 8);
        bring(story, one(reference, "\"individuals\": 12")).statusCode(200);
        String other = Tokens.subject("other")
                .roles("privacy-officer")
                .entities("another-city")
                .signed();
        assertThat(given().auth().oauth2(other).get("/log?year=2026").asString())
                .doesNotContain(reference);
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .body(one(reference, "\"individuals\": 99"))
                .post("/log/imports")
                .then()
                .statusCode(404);
    }

    private static String due(Story story, String key) {
        return story.obligations().jsonPath().getString("obligations.find { it.key == '" + key + "' }.due");
    }

    private static Story breach(String facts) {
        Story story = Story.asked();
        story.put(facts).then().statusCode(200);
        story.conclude("{\"outcome\": \"REPORTABLE_BREACH\"}").then().statusCode(200);
        return story;
    }

    private static JsonPath run(Story story, int year) {
        return story.as("auditor")
                .get("/log/annual-run?year=" + year)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> entry(JsonPath run, Story story, String report) {
        return run.getMap(
                "entries.find { it.incidentId == '%s' && it.report == '%s' }".formatted(story.incidentId, report));
    }

    private static ValidatableResponse complete(Story story, String key, String body) {
        String id =
                story.obligations().jsonPath().getString("obligations.find { it.key == '" + key + "' }.obligationId");
        return story.as("privacy-officer")
                .header("If-Match", story.etag())
                .body(body)
                .post(story.breachPath("/obligations/" + id + "/completion"))
                .then();
    }

    private static ValidatableResponse bring(Story story, String body) {
        await().atMost(Duration.ofSeconds(20)).until(() -> story.etag() != null);
        return story.as("privacy-officer").body(body).post("/log/imports").then();
    }

    private static String one(String reference, String more) {
        return body("{\"reference\": \"" + reference + "\", \"discoveredOn\": \"2026-03-10\", " + more + "}");
    }

    private static String body(String breaches) {
        return "{\"entityId\": \"" + Story.CITY + "\", \"breaches\": [" + breaches + "]}";
    }
}
