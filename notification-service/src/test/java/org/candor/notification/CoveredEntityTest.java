package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.CITY;
import static org.candor.notification.Fixtures.ZONE;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.header;
import static org.candor.notification.Fixtures.obligation;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.person;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.NoticeEvent.RegulatorNotified;
import org.candor.events.ObligationEvent.Obligation;
import org.candor.events.ObligationKind;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.notification.document.PdfUa;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Pictures;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** As a business associate: one notice for each covered entity, with its individuals, and supplements (45 CFR 164.410). */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class CoveredEntityTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path OUTBOX = Path.of("target", "outbox").toAbsolutePath();

    @Test
    void aLetterNamesTheIndividualsAndASupplementWhatIsKnownLater() throws Exception {
        Peers.answer("/audit/documents", Peers.Answer.of(201));
        UUID incident = breach(false, duty(null));
        UUID clinic = affected(incident);
        UUID plan = affected(incident);
        send(incident, clinic, Map.of("way", "LETTER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("COVERED_ENTITY_NOT_NAMED"));
        name(incident, clinic, "Harbor Clinic", "0").statusCode(200).body("recipient.name", equalTo("Harbor Clinic"));
        send(incident, clinic, Map.of("way", "LETTER"))
                .then()
                .statusCode(409)
                .body("code", equalTo("TEXT_NOT_APPROVED"));
        approved(incident, "covered-entity-notice", "en");
        list(incident, clinic, roster()).body("lists[0].people", equalTo(25)).body("lists[0].refused", equalTo(0));
        list(incident, clinic, roster()).body("lists.size()", equalTo(1));

        byte[] preview =
                officer().get(path(incident) + "/" + clinic + "/notice.pdf").asByteArray();
        assertThat(PdfUa.violations(preview)).isEmpty();
        Pictures.save("covered-entity-notice", preview);
        assertThat(text(preview))
                .contains("Harbor Clinic", "45 CFR 164.410", "We know of 25", "Resident1", "P-25", "Privacy Officer")
                .contains("A computer job sent a file");

        send(incident, clinic, Map.of("way", "LETTER")).then().statusCode(202);
        String notice = sent(incident, clinic, 0);
        Path letter = OUTBOX.resolve(CITY + "-letter-" + notice.substring(24)).resolve(notice + ".pdf");
        assertThat(Files.readAllBytes(letter))
                .isEqualTo(officer()
                        .get(path(incident) + "/notices/" + notice + ".pdf")
                        .asByteArray());
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            RegulatorNotified fact = facts.await(
                    RegulatorNotified.class, one -> one.obligationId().equals(clinic));
            assertThat(fact).isEqualTo(new RegulatorNotified(incident, clinic, "US", today()));
        }
        await().atMost(SOON)
                .until(() -> Peers.asked("/audit/documents").stream()
                        .anyMatch(request -> request.body().contains("COVERED_ENTITY_NOTICE")
                                && request.body().contains(clinic + "-1")));

        Facts.send(Topic.OBLIGATION, new DeadlineMet(clinic, incident, today(), 0), CITY);
        await().atMost(SOON).untilAsserted(() -> view(incident, clinic).body("state", equalTo("TOLD")));
        send(incident, clinic, Map.of("way", "LETTER")).then().statusCode(409).body("code", equalTo("ALREADY_DONE"));
        list(
                        incident,
                        clinic,
                        header()
                                + person(
                                        "P-26", "Late", "1 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en")
                                + "\n")
                .body("lists[1].people", equalTo(1));
        send(incident, clinic, Map.of("way", "LETTER")).then().statusCode(202);
        String supplement = sent(incident, clinic, 1);
        assertThat(text(officer()
                        .get(path(incident) + "/notices/" + supplement + ".pdf")
                        .asByteArray()))
                .contains("Supplement to our notice", "P-26")
                .doesNotContain("P-25");
        view(incident, plan).body("state", equalTo("OPEN")).body("notices.size()", equalTo(0));
        assertThat(Database.rows("select * from covered_entity where incident_id = ?", incident)
                        .toString())
                .doesNotContain("Harbor");
    }

    @Test
    void anEmailNamesNobodyAndWhatWasHandedOverIsRecordedWithItsProof() throws Exception {
        UUID incident = breach(false, duty(null));
        UUID clinic = affected(incident);
        UUID plan = affected(incident);
        approved(incident, "covered-entity-notice", "en");
        name(incident, clinic, "Harbor Clinic", "0").statusCode(200);
        name(incident, plan, "Bay Plan", "0").statusCode(200);
        list(incident, clinic, roster());
        try (MailServer mail = MailServer.start()) {
            send(incident, clinic, Map.of("way", "EMAIL")).then().statusCode(202);
            sent(incident, clinic, 0);
            MimeMessage message = mail.to(mailbox(clinic)).getFirst();
            assertThat(message.getSubject()).contains("Notice of a breach", "City of Larkspur Falls");
            assertThat(message.getContent().toString())
                    .contains("We know of 25", "SHA-256 of the file")
                    .doesNotContain("Resident1", "P-25");
        }

        send(incident, plan, Map.of("way", "HAND")).then().statusCode(422).body("errors[0].field", equalTo("/toldOn"));
        Map<String, Object> tomorrow =
                Map.of("way", "HAND", "toldOn", today().plusDays(1).toString(), "reference", "receipt 7");
        send(incident, plan, tomorrow).then().statusCode(422).body("code", equalTo("DAY_IN_THE_FUTURE"));
        send(incident, plan, Map.of("way", "HAND", "toldOn", today().toString(), "reference", "receipt 7"))
                .then()
                .statusCode(202)
                .body("notices[0].state", equalTo("SENT"))
                .body("notices[0].reference", equalTo("receipt 7"))
                .body("notices[0].toldOn", equalTo(today().toString()))
                .body("notices[0].list", nullValue());
        try (TopicProbe facts = TopicProbe.on(Topic.NOTICE)) {
            facts.await(RegulatorNotified.class, one -> one.obligationId().equals(plan));
        }
    }

    /** 45 CFR 164.412 speaks of business associates, too. */
    @Test
    void nothingLeavesUnderAHoldOrWithoutClearance() {
        UUID incident = breach(false, duty(null));
        UUID clinic = affected(incident);
        approved(incident, "covered-entity-notice", "en");
        name(incident, clinic, "Harbor Clinic", "0").statusCode(200);
        Fixtures.heldByBreach(incident, today().plusDays(9));
        send(incident, clinic, Map.of("way", "LETTER")).then().statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> view(incident, clinic)
                        .body("notices[0].waitingFor", equalTo("NOTICE_HELD"))
                        .body("notices[0].state", equalTo("SEALED")));
        send(incident, clinic, Map.of("way", "LETTER")).then().statusCode(409).body("code", equalTo("RUN_UNDER_WAY"));
        Fixtures.cleared(incident);
        sent(incident, clinic, 0);

        UUID another = affected(incident);
        name(incident, another, "Bay Plan", "0").statusCode(200);
        tell(incident, false, 2, duty(today().plusDays(9)));
        await().atMost(SOON)
                .untilAsserted(() -> send(incident, another, Map.of("way", "LETTER"))
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("NOTICE_HELD")));
    }

    @Test
    void nobodySeesWhatHeMayNotAndNobodyOverwritesWhatHeHasNotSeen() {
        UUID incident = breach(false, duty(null));
        UUID clinic = affected(incident);
        given().auth()
                .oauth2(Tokens.as("recused-officer", "privacy-officer"))
                .get(path(incident))
                .then()
                .statusCode(404);
        name(incident, UUID.randomUUID(), "Nobody", "0").statusCode(404);
        name(incident, clinic, "Harbor Clinic", "0").statusCode(200);
        name(incident, clinic, "Bay Plan", "0").statusCode(412);
        name(incident, clinic, "Bay Plan", "1").statusCode(200);
        officer()
                .contentType("text/csv")
                .body("no,roster\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .post(path(incident) + "/" + clinic + "/lists")
                .then()
                .statusCode(422)
                .body("code", equalTo("ROSTER_UNREADABLE"));
    }

    private static Obligation duty(LocalDate heldUntil) {
        return obligation(9, ObligationKind.BUSINESS_ASSOCIATE_NOTICE, "US", heldUntil, null, null);
    }

    /** As breach-service tells of one that an officer named there. */
    private static UUID affected(UUID incident) {
        UUID id = UUID.randomUUID();
        Facts.send(
                Topic.OBLIGATION,
                new DeadlineSet(
                        id,
                        incident,
                        CITY,
                        "COVERED_ENTITY_NOTICE",
                        "Tell one affected covered entity, and name its people",
                        today().plusDays(57),
                        null,
                        ZONE.getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.410(b), (c)"),
                CITY);
        await().atMost(SOON).untilAsserted(() -> view(incident, id).body("state", equalTo("OPEN")));
        return id;
    }

    private static ValidatableResponse name(UUID incident, UUID affected, String name, String version) {
        Map<String, Object> recipient = new HashMap<>(Map.of(
                "name", name,
                "attention", "Privacy Officer",
                "street", "8 Pier Road",
                "city", "Larkspur Falls",
                "state", "WI",
                "zip", "54901",
                "email", mailbox(affected)));
        return officer()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(recipient)
                .put(path(incident) + "/" + affected)
                .then();
    }

    private static ValidatableResponse list(UUID incident, UUID affected, String csv) {
        return officer()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(path(incident) + "/" + affected + "/lists")
                .then()
                .statusCode(200);
    }

    private static Response send(UUID incident, UUID affected, Map<String, Object> request) {
        return officer()
                .contentType("application/json")
                .body(request)
                .post(path(incident) + "/" + affected + "/notices");
    }

    private static String sent(UUID incident, UUID affected, int index) {
        await().atMost(SOON)
                .untilAsserted(() -> view(incident, affected).body("notices[" + index + "].state", equalTo("SENT")));
        return officer()
                .get(path(incident))
                .path("find { it.affectedId == '" + affected + "' }.notices[" + index + "].id");
    }

    private static ValidatableResponse view(UUID incident, UUID affected) {
        return officer()
                .get(path(incident))
                .then()
                .statusCode(200)
                .rootPath("find { it.affectedId == '" + affected + "' }");
    }

    private static String mailbox(UUID affected) {
        return "privacy@" + affected + ".example";
    }

    private static String path(UUID incident) {
        return "/campaigns/" + incident + "/covered-entities";
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
