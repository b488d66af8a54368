package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.NoticeEvent.MediaNotified;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.candor.events.Topic;
import org.candor.notification.document.Chromium;
import org.candor.notification.document.PdfUa;
import org.candor.test.Database;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HHS, media, regulators and credit bureaus: told, proved, corrected. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ReportsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    MutableClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void theWholeWorksheetIsKeptWithTheReportAndAnAddendumCorrectsIt() throws Exception {
        UUID incident = breach(false, individuals(null), Fixtures.hhs());
        importing(incident, roster()).then().statusCode(200);
        Response sheet = answers(incident, "HIPAA", whole());
        sheet.then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("missing", hasSize(0))
                .body("track", equalTo("CONTEMPORANEOUS"))
                .body("due", equalTo(today().plusDays(57).toString()))
                .body("businessAssociatePresent", equalTo(false))
                .body("screens.title", hasItems("1. General", "5. Attestation"));
        byte[] pdf =
                officer().get("/campaigns/" + incident + "/hhs-worksheet.pdf").asByteArray();
        assertThat(PdfUa.violations(pdf)).isEmpty();
        Pictures.save("hhs-worksheet-complete", pdf);
        String page =
                officer().get("/campaigns/" + incident + "/hhs-worksheet.html").asString();
        assertThat(Chromium.violations(page)).isEmpty();
        Chromium.picture("hhs-worksheet-page", page, 1100, 2600);

        submit(incident, Map.of("kind", "ADDENDUM", "trackingNumber", "BR-2", "previousTrackingNumber", "BR-1"))
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_EARLIER_REPORT"));
        long readings = readings(incident, "read-hhs-worksheet");
        assertThat(readings).isPositive();
        Response first = submit(incident, Map.of("trackingNumber", "BR-1"));
        // What is kept with a submission was shown to nobody.
        assertThat(readings(incident, "read-hhs-worksheet")).isEqualTo(readings);
        first.then().statusCode(201).body("complete", equalTo(true)).body("kind", equalTo("INITIAL"));
        byte[] kept = officer()
                .get("/campaigns/" + incident + "/hhs-submissions/" + first.path("id") + "/worksheet.pdf")
                .asByteArray();
        assertThat(CampaignTest.sha256(kept)).isEqualTo(first.path("worksheetSha256"));
        submit(incident, Map.of("trackingNumber", "BR-9"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_DONE"));
        submit(incident, Map.of("kind", "ADDENDUM", "trackingNumber", "BR-2"))
                .then()
                .statusCode(422);
        submit(incident, Map.of("kind", "ADDENDUM", "trackingNumber", "BR-2", "previousTrackingNumber", "BR-1"))
                .then()
                .statusCode(201);
        officer()
                .get("/campaigns/" + incident + "/hhs-worksheet")
                .then()
                .body("submissions.kind", equalTo(List.of("INITIAL", "ADDENDUM")))
                .body("submissions.trackingNumber", equalTo(List.of("BR-1", "BR-2")));
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            HhsSubmitted fact =
                    facts.await(HhsSubmitted.class, one -> one.incidentId().equals(incident));
            assertThat(fact.sha256()).isEqualTo(first.path("worksheetSha256"));
            facts.awaitRecords(HhsSubmitted.class, one -> one.incidentId().equals(incident), 2);
        }
    }

    @Test
    void recordsUnderPartTwoAreReportedApart() throws Exception {
        UUID incident = breach(
                false,
                individuals(null),
                Fixtures.obligation(2, ObligationKind.HHS_NOTICE, "US", null, "ANNUAL_LOG", null),
                Fixtures.obligation(7, ObligationKind.PART2_REPORT, "US", null, "ANNUAL_LOG", null));
        String twin = "/campaigns/" + incident + "/hhs-worksheet?report=PART2";
        officer()
                .get(twin)
                .then()
                .body("report", equalTo("PART2"))
                .body("track", equalTo("ANNUAL_LOG"))
                .body("screens[1].fields[0].values[0]", equalTo("Part 2 program for its own breach"))
                .body("screens[1].fields.label.flatten()", hasItem("Part 2 program: name"))
                .body(
                        "screens[2].fields.find { it.id == 'affecting' }.answer[0]",
                        equalTo("Fewer Than 500 Individuals"));
        answers(
                        incident,
                        "PART2",
                        Map.of(
                                "filer",
                                List.of("Part 2 program because its qualified service organization"
                                        + " had the breach")))
                .then()
                .statusCode(200)
                .body("businessAssociatePresent", equalTo(true))
                .body("missing", hasItems("baName", "baZip"));
        answers(incident, "PART2", Map.of("filer", List.of("Covered entity for its own breach")))
                .then()
                .statusCode(422);
        officer().get("/campaigns/" + incident + "/hhs-worksheet").then().body("missing", not(hasItem("baName")));
        byte[] pdf = officer()
                .get("/campaigns/" + incident + "/hhs-worksheet.pdf?report=PART2")
                .asByteArray();
        assertThat(PdfUa.violations(pdf)).isEmpty();

        submit(incident, Map.of("trackingNumber", "P2-1", "report", "PART2"))
                .then()
                .statusCode(201)
                .body("complete", equalTo(false))
                .body("track", equalTo("ANNUAL_LOG"));
        submit(incident, Map.of("trackingNumber", "BR-1")).then().statusCode(201);
        officer().get(twin).then().body("submissions.trackingNumber", equalTo(List.of("P2-1")));
    }

    @Test
    void theReleaseGoesToTheOutletsThatAreKeptAndEachMailIsProof() throws Exception {
        UUID incident = breach(false, individuals(null), media("IA", null));
        approved(incident, "4-III-C", "en");
        media(incident, "IA").then().statusCode(409).body("code", equalTo("NO_OUTLETS"));
        String name = "Courier " + incident;
        Response kept = outlet(name, "IA", "news-" + incident + "@courier.example");
        kept.then().statusCode(201);
        outlet(name, "IA", "x@courier.example").then().statusCode(409);
        outlet("Silent " + incident, "IA", "silent@courier.example").then().statusCode(201);
        String silent = officer()
                .queryParam("jurisdiction", "IA")
                .get("/media-outlets")
                .path("find { it.name == 'Silent " + incident + "' }.id");
        Response before = officer().get("/media-outlets/" + silent);
        change(silent, before, "Silent " + incident).then().statusCode(200).body("active", equalTo(false));
        change(silent, before, "Silent " + incident).then().statusCode(412);

        try (MailServer mail = MailServer.start()) {
            media(incident, "IA").then().statusCode(202);
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/media")
                            .then()
                            .body("[0].state", equalTo("NOTIFIED"))
                            .body("[0].deliveries.state", equalTo(List.of("SENT")))
                            .body("[0].deliveries[0].sentAt", notNullValue())
                            .body("[0].releaseSha256", notNullValue()));
            assertThat(mail.to("news-" + incident + "@courier.example")).hasSize(1);
            assertThat(mail.to("silent@courier.example")).isEmpty();
        }
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            MediaNotified fact =
                    facts.await(MediaNotified.class, one -> one.incidentId().equals(incident));
            assertThat(fact.outlets()).isEqualTo(1);
        }
    }

    @Test
    void aHoldKeepsMailsToOutletsBackUntilItEnds() throws Exception {
        UUID incident = breach(false, individuals(null), media("WI", null));
        approved(incident, "4-III-C", "en");
        // No server answers yet, so the mail waits.
        officer()
                .contentType("application/json")
                .body(Map.of(
                        "jurisdiction",
                        "WI",
                        "outlets",
                        List.of(Map.of("name", "Courier", "email", "held-" + incident + "@courier.example"))))
                .post("/campaigns/" + incident + "/media")
                .then()
                .statusCode(202);
        tell(incident, false, 2, individuals(null), media("WI", today().plusDays(20)));
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/media")
                        .then()
                        .body("[0].state", equalTo("SENDING"))
                        .body("[0].deliveries.state", equalTo(List.of("WITHHELD"))));

        clock.advance(Duration.ofDays(21));
        try (MailServer mail = MailServer.start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/media")
                            .then()
                            .body("[0].state", equalTo("NOTIFIED")));
            assertThat(mail.to("held-" + incident + "@courier.example")).hasSize(1);
        }
    }

    @Test
    void regulatorsAndBureausGetTheirNoticeAndItIsKept() throws Exception {
        Obligation bureau = Fixtures.obligation(9, ObligationKind.CREDIT_BUREAU_NOTICE, "WI", null, null, null);
        UUID incident = breach(false, individuals(null), Fixtures.attorneyGeneral(), bureau);
        importing(incident, roster()).then().statusCode(200);
        approved(incident, "4-III-B", "en");
        String path = "/campaigns/" + incident + "/regulator-";
        officer()
                .get(path + "tasks")
                .then()
                .statusCode(200)
                .body("kind", equalTo(List.of("STATE_REGULATOR_NOTICE", "CREDIT_BUREAU_NOTICE")))
                .body("state", equalTo(List.of("OPEN", "OPEN")))
                .body("[0].recipient", equalTo("recipient 5"))
                .body("[0].text", containsString("Residents affected: 1"))
                .body("[0].text", containsString("What happened: A computer job"))
                .body("[1].text", containsString("Residents affected: 23"))
                .body("[1].text", not(containsString("A computer job")));
        for (Obligation duty : List.of(Fixtures.attorneyGeneral(), bureau)) {
            byte[] pdf = officer()
                    .get(path + "tasks/" + duty.obligationId() + "/text.pdf")
                    .asByteArray();
            assertThat(PdfUa.violations(pdf)).isEmpty();
            Pictures.save("regulator-" + duty.kind(), pdf);
        }

        long readings = readings(incident, "read-regulator-task");
        assertThat(readings).isEqualTo(2);
        Response recorded = officer()
                .contentType("application/json")
                .body(Map.of(
                        "obligationId",
                        Fixtures.attorneyGeneral().obligationId().toString(),
                        "notifiedOn",
                        today().toString(),
                        "way",
                        "WEB_FORM",
                        "reference",
                        "receipt 88-1402"))
                .post(path + "notices");

        recorded.then().statusCode(201).body("recipient", equalTo("recipient 5"));
        assertThat(readings(incident, "read-regulator-task")).isEqualTo(readings);
        byte[] kept = officer()
                .get(path + "notices/" + recorded.path("id") + "/notice.pdf")
                .asByteArray();
        assertThat(CampaignTest.sha256(kept)).isEqualTo(recorded.path("noticeSha256"));
        officer()
                .get(path + "tasks")
                .then()
                .body("state", equalTo(List.of("DONE", "OPEN")))
                .body("[0].notice.way", equalTo("WEB_FORM"))
                .body("[1].notice", nullValue());
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            facts.await(RegulatorNotified.class, one -> one.incidentId().equals(incident));
        }
    }

    private static Map<String, Object> whole() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("contactFirstName", List.of("Dana"));
        answers.put("contactLastName", List.of("Whitfield"));
        answers.put("entityType", List.of("Healthcare Provider"));
        answers.put("breachStart", List.of(today().minusDays(6).toString()));
        answers.put("breachEnd", List.of(today().minusDays(6).toString()));
        answers.put("breachType", List.of("Unauthorized Access/Disclosure"));
        answers.put("location", List.of("Email"));
        answers.put("phiTypes", List.of("Demographic"));
        answers.put("demographic", List.of("Name", "Date of Birth"));
        answers.put("description", List.of("A job of the clinic sent a file to the wrong company by e-mail."));
        answers.put("safeguards", List.of("None"));
        answers.put("noticeStart", List.of(today().toString()));
        answers.put("actions", List.of("Took steps to mitigate harm", "Trained or retrained workforce members"));
        answers.put("attestationName", List.of("Dana Whitfield"));
        answers.put("attestationDate", List.of(today().toString()));
        return answers;
    }

    private static Response answers(UUID incident, String report, Map<String, Object> answers) {
        String etag = officer()
                .queryParam("report", report)
                .get("/campaigns/" + incident + "/hhs-worksheet")
                .header("ETag");
        return officer()
                .contentType("application/json")
                .queryParam("report", report)
                .header("If-Match", etag)
                .body(answers)
                .put("/campaigns/" + incident + "/hhs-worksheet");
    }

    private static Response submit(UUID incident, Map<String, Object> what) {
        Map<String, Object> request = new HashMap<>(what);
        request.put("submittedOn", today().toString());
        return officer()
                .contentType("application/json")
                .body(request)
                .post("/campaigns/" + incident + "/hhs-submission");
    }

    private static long readings(UUID incident, String action) {
        return Database.number(
                "select count(*) from outbox where topic = 'audit.access.v1' and data like ? and data like ?",
                "%\"" + action + "\"%",
                "%" + incident + "%");
    }

    private static Response media(UUID incident, String jurisdiction) {
        return officer()
                .contentType("application/json")
                .body(Map.of("jurisdiction", jurisdiction))
                .post("/campaigns/" + incident + "/media");
    }

    private static Response outlet(String name, String jurisdiction, String email) {
        return officer()
                .contentType("application/json")
                .body(body(name, jurisdiction, email, true))
                .post("/media-outlets");
    }

    private static Response change(String id, Response before, String name) {
        return officer()
                .contentType("application/json")
                .header("If-Match", before.header("ETag"))
                .body(body(name, "IA", "silent@courier.example", false))
                .put("/media-outlets/" + id);
    }

    private static Map<String, Object> body(String name, String jurisdiction, String email, boolean active) {
        return Map.of(
                "entityId", Fixtures.CITY,
                "jurisdiction", jurisdiction,
                "name", name,
                "email", email,
                "medium", "NEWSPAPER",
                "active", active);
    }

    private static Obligation media(String jurisdiction, LocalDate heldUntil) {
        return Fixtures.obligation(3, ObligationKind.MEDIA_NOTICE, jurisdiction, heldUntil, null, null);
    }
}
