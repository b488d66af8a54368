package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.everything;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.candor.events.NoticeEvent;
import org.candor.events.NoticeEvent.CampaignCompleted;
import org.candor.events.NoticeEvent.CampaignOpened;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.HhsSubmitted;
import org.candor.events.NoticeEvent.MediaNotified;
import org.candor.events.NoticeEvent.NoticeTextApproved;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeEvent.PostingPublished;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.NoticeEvent.RosterImported;
import org.candor.events.NoticeMethod;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.notification.document.PdfUa;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.Metrics;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Peers.Answer;
import org.candor.test.Pictures;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A whole campaign through HTTP, Kafka and SMTP. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class CampaignTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void everybodyIsToldOnceInTheRightWay() throws Exception {
        UUID incident = breach(false, everything());
        importing(incident, roster())
                .then()
                .statusCode(200)
                .body("accepted", equalTo(25))
                .body("counts.total", equalTo(25))
                .body("counts.residents.WI", equalTo(23))
                .body("counts.residents.IL", equalTo(1))
                .body("counts.undeliverableLiving", equalTo(10));
        for (String language : List.of("en", "es")) {
            approved(incident, "4-III-B", language);
            approved(incident, "substitute-posting", language);
        }
        approved(incident, "4-III-C", "en");

        try (MailServer mail = MailServer.start()) {
            String run = officer()
                    .header("Idempotency-Key", "run-" + incident)
                    .post("/campaigns/" + incident + "/runs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            assertThat(officer()
                            .header("Idempotency-Key", "run-" + incident)
                            .post("/campaigns/" + incident + "/runs")
                            .<String>path("id"))
                    .isEqualTo(run);
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/runs/" + run)
                            .then()
                            .body("state", equalTo("COMPLETED"))
                            .body("notices.EMAIL_SENT", equalTo(4))
                            .body("notices.FIRST_CLASS_MAIL_SENT", equalTo(11))
                            .body("possibleDuplicates", equalTo(0))
                            .body("pending", equalTo(0)));
            emailsArrived(mail, incident);
            mediaAreTold(mail, incident);
        }
        assertThat(sentNoticesShown()).isGreaterThanOrEqualTo(15);
        lettersLieInTheFolder(incident);
        postingIsPublic(incident);
        hhsIsTold(incident);
        officer()
                .contentType("application/json")
                .body(Map.of(
                        "obligationId", new UUID(7, 5).toString(),
                        "notifiedOn", today().toString(),
                        "reference", "web form, receipt 88-1402"))
                .post("/campaigns/" + incident + "/regulator-notices")
                .then()
                .statusCode(201);

        officer().get("/campaigns/" + incident).then().body("state", equalTo("COMPLETED"));
        sentNoticesShown();
        listingShowsEverybody(incident);
        factsWereTold(incident);
    }

    /** Operators see those of campaigns that are not over; this waits until they do. */
    private static long sentNoticesShown() {
        long sent = Database.number("""
                select count(*) from notice where state = 'SENT' and incident_id in
                    (select incident_id from campaign where state <> 'COMPLETED' and not drill)""");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Metrics.value("candor_notices{state=\"SENT\"}"))
                        .isEqualTo(sent));
        return sent;
    }

    private static void emailsArrived(MailServer mail, UUID incident) throws Exception {
        List<MimeMessage> mails = Stream.of(12, 13, 14, 15)
                .flatMap(number -> mail.to("p" + number + "@mail.example").stream())
                .toList();
        assertThat(mails).hasSize(4);
        assertThat(mails.getFirst().getMessageID()).startsWith("<notice-").endsWith("@candor.invalid>");
        assertThat(mail.to("p15@mail.example").getFirst().getSubject()).startsWith("Aviso");
    }

    private static void mediaAreTold(MailServer mail, UUID incident) throws Exception {
        Map<String, Object> request = Map.of(
                "jurisdiction",
                "WI",
                "outlets",
                List.of(
                        Map.of("name", "Larkspur Falls Courier", "email", "news@courier.example"),
                        Map.of("name", "Channel 9", "email", "desk@channel9.example")));
        officer()
                .contentType("application/json")
                .body(request)
                .post("/campaigns/" + incident + "/media")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/media")
                        .then()
                        .body("[0].state", equalTo("NOTIFIED")));
        assertThat(mail.to("news@courier.example")).hasSize(1);
        assertThat(mail.to("desk@channel9.example").getFirst().getSize()).isGreaterThan(10_000);
        officer()
                .contentType("application/json")
                .body(Map.of("jurisdiction", "IL", "outlets", List.of(Map.of("name", "Rockford Times"))))
                .post("/campaigns/" + incident + "/media")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_SUCH_DUTY"));
    }

    private static void lettersLieInTheFolder(UUID incident) throws Exception {
        Response batches = officer().get("/campaigns/" + incident + "/postal-batches");
        batches.then().body("size()", equalTo(1)).body("[0].state", equalTo("HANDED_OVER"));
        Path folder = Path.of(ConfigProvider.getConfig().getValue("CANDOR_OUTBOX_DIR", String.class))
                .resolve(batches.<String>path("[0].folder"));
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
        assertThat(sha256(manifest)).isEqualTo(batches.path("[0].manifestSha256"));
        List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
        assertThat(lines).hasSize(12);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            byte[] letter = Files.readAllBytes(folder.resolve(cells[0]));
            assertThat(sha256(letter)).isEqualTo(cells[1]);
            // Made again from the sealed person, it is the very same letter.
            String notice = cells[0].replace(".pdf", "");
            byte[] again = officer()
                    .get("/campaigns/" + incident + "/letters/" + notice + ".pdf")
                    .asByteArray();
            assertThat(again).isEqualTo(letter);
        }
        byte[] one = Files.readAllBytes(folder.resolve(lines.get(1).split(",")[0]));
        assertThat(PdfUa.violations(one)).isEmpty();
        Pictures.save("letter-from-batch", one);
    }

    private static void postingIsPublic(UUID incident) throws Exception {
        Response posting = officer().post("/campaigns/" + incident + "/posting");
        posting.then()
                .statusCode(201)
                .body("startedOn", equalTo(today().toString()))
                .body("keepThrough", equalTo(today().plusDays(90).toString()));
        String slug = posting.path("slug");
        Response page = RestAssured.given().get("/postings/" + slug);
        page.then()
                .statusCode(200)
                .header("Set-Cookie", equalTo(null))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("tel:+18005550142"))
                .body(not(containsString("Quill")));
        RestAssured.given()
                .queryParam("lang", "es")
                .get("/postings/" + slug)
                .then()
                .body(containsString("Qué pasó"));
        RestAssured.given().get("/postings/" + slug + "x").then().statusCode(404);
    }

    private static void hhsIsTold(UUID incident) throws Exception {
        officer()
                .contentType("application/json")
                .body(Map.of(
                        "breachStart", List.of(today().minusDays(6).toString()),
                        "breachType", List.of("Unauthorized Access/Disclosure"),
                        "location", List.of("Email"),
                        "phiTypes", List.of("Demographic"),
                        "demographic", List.of("Name", "Date of Birth")))
                .put("/campaigns/" + incident + "/hhs-worksheet")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("missing", hasItems("breachEnd", "description"))
                .body("screens[2].fields.find { it.id == 'affecting' }.answer[0]", equalTo("500 or More Individuals"))
                .body("screens[2].fields.find { it.id == 'individuals' }.answer[0]", equalTo("25"))
                .body("screens[3].fields.find { it.id == 'noticeStart' }.answer[0]", equalTo(today().toString()));
        officer()
                .contentType("application/json")
                .body(Map.of("breachType", List.of("Bad luck")))
                .put("/campaigns/" + incident + "/hhs-worksheet")
                .then()
                .statusCode(422);
        byte[] pdf =
                officer().get("/campaigns/" + incident + "/hhs-worksheet.pdf").asByteArray();
        assertThat(PdfUa.violations(pdf)).isEmpty();
        Pictures.save("hhs-worksheet", pdf);
        Files.writeString(
                Path.of("target", "pictures", "hhs-worksheet.html"),
                officer().get("/campaigns/" + incident + "/hhs-worksheet.html").asString());
        officer()
                .contentType("application/json")
                .body(Map.of("trackingNumber", "20261121-7F3K9", "submittedOn", today().toString()))
                .post("/campaigns/" + incident + "/hhs-submission")
                .then()
                .statusCode(201)
                .body("track", equalTo("CONTEMPORANEOUS"));
    }

    private static void listingShowsEverybody(UUID incident) throws Exception {
        byte[] xlsx = officer().get("/campaigns/" + incident + "/listing.xlsx").asByteArray();
        Path file = Files.createDirectories(Path.of("target", "pictures")).resolve("listing.xlsx");
        Files.write(file, xlsx);
        String rows;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            rows = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(rows.split("<row ")).hasSize(27);
    }

    private static void factsWereTold(UUID incident) {
        try (TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            notices.await(CampaignOpened.class, fact -> fact.incidentId().equals(incident));
            RosterImported imported = notices.await(
                    RosterImported.class, fact -> fact.incidentId().equals(incident));
            assertThat(imported.accepted()).isEqualTo(25);
            CountsOffered counts =
                    notices.await(CountsOffered.class, fact -> fact.incidentId().equals(incident));
            assertThat(counts.total()).isEqualTo(25);
            assertThat(counts.undeliverableLiving()).isEqualTo(10);
            assertThat(counts.residents()).containsEntry("WI", 23L).containsEntry("IL", 1L);
            notices.awaitRecords(
                    NoticeTextApproved.class, fact -> fact.incidentId().equals(incident), 5);
            NoticesSent sent =
                    notices.await(NoticesSent.class, fact -> fact.incidentId().equals(incident));
            assertThat(sent.counts())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(NoticeMethod.FIRST_CLASS_MAIL, 11L, NoticeMethod.EMAIL, 4L));
            assertThat(sent.firstSentOn()).isEqualTo(today());
            notices.await(PostingPublished.class, fact -> fact.incidentId().equals(incident));
            assertThat(notices.await(
                                    MediaNotified.class,
                                    fact -> fact.incidentId().equals(incident))
                            .outlets())
                    .isEqualTo(2);
            assertThat(notices.await(
                                    HhsSubmitted.class,
                                    fact -> fact.incidentId().equals(incident))
                            .report())
                    .isEqualTo(HhsSubmitted.HIPAA);
            notices.await(RegulatorNotified.class, fact -> fact.incidentId().equals(incident));
            notices.await(CampaignCompleted.class, fact -> fact.incidentId().equals(incident));
            notices.records().stream()
                    .filter(seen -> seen.key().equals(incident.toString()))
                    .forEach(seen -> ContractsTest.assertLikeItsSample(Topic.NOTICE, seen.fact(), seen.json()));
            assertThat(notices.records().stream()
                            .filter(seen -> seen.fact() instanceof NoticeEvent)
                            .map(seen -> seen.json() + seen.headers()))
                    .noneMatch(text -> text.contains("Resident1") || text.contains("@mail.example"));
        }
    }

    @Test
    void theSameFileAgainChangesNothing() {
        UUID incident = breach(false, everything());
        String first = importing(incident, roster()).path("id");

        importing(incident, roster())
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("counts.total", equalTo(25));
    }

    @Test
    void aCorrectedFileBringsPeopleUpToDateAndAddsNobodyTwice() {
        UUID incident = breach(false, everything());
        importing(incident, roster());

        importing(incident, roster().replace("P-16,Ana,Nowhere16,,", "P-16,Ana,Nowhere16,16 Elm Street,"))
                .then()
                .statusCode(200)
                .body("counts.total", equalTo(25))
                .body("counts.undeliverableLiving", equalTo(9));
    }

    @Test
    void peopleAreShownWithTheReasonOfTheirWay() {
        UUID incident = breach(false, everything());
        importing(incident, roster());

        officer()
                .queryParam("limit", 100)
                .get("/campaigns/" + incident + "/people")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(25))
                .body("items.reason", hasItems("PARENT_OF_A_MINOR", "NEXT_OF_KIN_OF_THE_DEAD", "AGREED_TO_EMAIL"))
                .body("items.addressFlaws.flatten()", hasItems("STREET_MISSING", "ZIP_OF_ANOTHER_STATE", "KNOWN_BAD"));
        officer()
                .queryParam("limit", 10)
                .get("/campaigns/" + incident + "/people")
                .then()
                .body("items.size()", equalTo(10))
                .body("next", not(equalTo(null)));
    }

    @Test
    void commandsFollowTheState() {
        UUID incident = breach(false, everything());

        officer()
                .get("/campaigns/" + incident)
                .then()
                .header("ETag", not(equalTo(null)))
                .body("state", equalTo("OPENED"))
                .body("commands", hasItem("IMPORT_ROSTER"))
                .body("commands", not(hasItem("START_RUN")))
                .body("duties.find { it.kind == 'MEDIA_NOTICE' }.jurisdiction", equalTo("WI"));
        officer().get("/campaigns").then().body("items.incidentId", hasItem(incident.toString()));
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** 45 CFR 164.530(j): when its time is over, nothing of the incident can be read here any more. */
    @Test
    void disposesOfAnIncidentAndItsKeyedNumbers() {
        UUID incident = breach(false, everything());
        importing(incident, roster());
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident), "larkspur-falls");
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            KeyDestroyed destroyed =
                    probe.await(KeyDestroyed.class, told -> told.incidentId().equals(incident));
            assertThat(destroyed.service()).isEqualTo("notification");
            assertThat(destroyed.keyFound()).isTrue();
            assertThat(destroyed.indexRows()).isEqualTo(25);
        }
        officer().get("/campaigns/" + incident).then().statusCode(404);
        assertThat(Database.number(
                        "select count(*) from person where incident_id = ? and external_index = uuid_send(id)",
                        incident))
                .isEqualTo(25);
    }

    /** Policy III.E: a generic copy of each notice. */
    @Test
    void handsTheGenericCopyOfAnApprovedTextToAudit() {
        Peers.answer("/audit/documents", Answer.of(201));
        UUID incident = breach(false, everything());
        approved(incident, "4-III-B", "en");
        await().atMost(SOON)
                .until(() -> Peers.asked("/audit/documents").stream()
                        .anyMatch(request -> request.body().contains(incident.toString())
                                && request.body().contains("NOTICE_LETTER")
                                && request.body().contains("en-1")));
    }

    /** What was recorded by hand is kept as it read at that moment. */
    @Test
    void handsWorksheetAndRegulatorsNoticeToAudit() {
        Peers.answer("/audit/documents", Answer.of(201));
        UUID incident = breach(false, everything());
        hand(incident, "/hhs-submission", Map.of("trackingNumber", "HHS-2026-88", "submittedOn", today().toString()));
        hand(
                incident,
                "/regulator-notices",
                Map.of(
                        "obligationId",
                        Fixtures.attorneyGeneral().obligationId().toString(),
                        "notifiedOn",
                        today().toString(),
                        "reference",
                        "web form, receipt 88"));
        for (String kind : List.of("HHS_WORKSHEET", "REGULATOR_NOTICE")) {
            await().atMost(SOON)
                    .until(() -> Peers.asked("/audit/documents").stream()
                            .anyMatch(request -> request.body().contains(incident.toString())
                                    && request.body().contains(kind)));
        }
    }

    private static void hand(UUID incident, String what, Map<String, Object> request) {
        officer()
                .contentType("application/json")
                .body(request)
                .post("/campaigns/" + incident + what)
                .then()
                .statusCode(201);
    }
}
