package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.ContactGiven;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.notification.document.PdfUa;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.Pictures;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acknowledgement and answer to whoever gave a name: by letter or e-mail, once, and nothing of him is kept in clear. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ComplainantLettersTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path OUTBOX = Path.of("target", "outbox").toAbsolutePath();
    private static final String NAME = "Odalys Fenwick-Núñez";

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theAcknowledgementGoesByLetterAndOnce() throws Exception {
        Officers city = Officers.of("letter").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID incident = incident(city);
        Peers.answer(contact(incident), Peers.Answer.ok(reporter(city, "LETTER", "en")));
        gave(city, incident, "LETTER");
        gave(city, incident, "LETTER");

        awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
        Path batch = onlyBatch(city);
        Path file = files(batch).stream()
                .filter(one -> one.toString().endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        byte[] pdf = Files.readAllBytes(file);
        assertThat(PdfUa.violations(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains(NAME, "12 Mill Lane", "Larkspur Falls, WI 53999", "City of letter")
                .contains("We received your report on March 10, 2026", "by April 9, 2026", "Nobody may retaliate")
                .contains("1-800-555-0142");
        Pictures.save("complaint-acknowledgement", pdf);
        JsonNode manifest =
                new ObjectMapper().readTree(batch.resolve("manifest.json").toFile());
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        assertThat(manifest.at("/files/0/sha256").asText()).isEqualTo(hash);
        letters(city, incident)
                .body("items.size()", equalTo(1))
                .body("items[0].way", equalTo("LETTER"))
                .body("items[0].sha256", equalTo(hash))
                .body("items[0].sentAt", notNullValue());

        List<Peers.Asked> asked = Peers.asked(contact(incident));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().header("Authorization")).startsWith("Bearer ");
        assertThat(Database.rows("select * from complainant_letter where incident_id = ?", incident)
                        .toString())
                .doesNotContain("Odalys", "Mill Lane");
    }

    /** After a crash between the rename and its record the folder may be gone already: the print house took it. */
    @Test
    void aLetterThatHasLeftDoesNotLeaveAgain() throws Exception {
        Officers city = Officers.of("left");
        UUID incident = incident(city);
        Peers.answer(contact(incident), Peers.Answer.ok(reporter(city, "LETTER", "en")));
        gave(city, incident, "LETTER");
        awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
        try (Stream<Path> taken = Files.walk(onlyBatch(city))) {
            for (Path path : taken.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Database.execute(
                "update complainant_letter set state = 'LEAVING', sent_at = null, next_try_at = now() where incident_id = ?",
                incident);

        awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
        assertThat(batches(city)).isEmpty();
        assertThat(Peers.asked(contact(incident))).hasSize(1);
    }

    @Test
    void theAnswerGoesByMailInTheWordsOfTheInvestigationAndIsTriedUntilItGoes() throws Exception {
        Officers city = Officers.of("answer").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID incident = incident(city);
        // The answer is told of before the contact, and investigation is away at first.
        answered(city, incident, LetterChannel.EMAIL);
        await().atMost(SOON).until(() -> states(incident).contains("NO_CONTACT"));
        Peers.answer(contact(incident), Peers.Answer.of(503));
        Peers.answer(answer(incident), Peers.Answer.of(503));
        gave(city, incident, "EMAIL");
        await().atMost(SOON).until(() -> !Peers.asked(contact(incident)).isEmpty());
        assertThat(states(incident)).containsOnly("WAITING");

        Peers.answer(contact(incident), Peers.Answer.ok(reporter(city, "EMAIL", "es")));
        Peers.answer(
                answer(incident),
                Peers.Answer.ok(Map.of(
                        "language",
                        "ES",
                        "text",
                        "Estimada señora:\n\nEncontramos una violación. Recomendamos cambiar el proceso.\n\nPuede reclamar"
                                + " ante el Secretario.",
                        "answeredOn",
                        "2026-03-25")));
        try (MailServer mail = MailServer.start()) {
            clock.advance(Duration.ofMinutes(31));
            awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
            awaitState(city, incident, "ANSWER", "SENT");
            List<MimeMessage> mails = mail.to("odalys@" + city.entity() + ".example");
            assertThat(mails).hasSize(2);
            String text = mails.stream()
                    .map(ComplainantLettersTest::content)
                    .filter(one -> one.contains("Secretario"))
                    .findFirst()
                    .orElseThrow();
            assertThat(text)
                    .contains("Encontramos una violación", "25 de marzo de 2026", "Nobody may retaliate", "Referencia");
        }
        assertThat(batches(city)).isEmpty();
        assertThat(Database.rows("select * from complainant_letter where incident_id = ?", incident)
                        .toString())
                .doesNotContain("odalys", "violación");
    }

    @Test
    void anEmailThatWasOnItsWayAtACrashIsMarked() throws Exception {
        Officers city = Officers.of("flight");
        UUID incident = incident(city);
        Peers.answer(contact(incident), Peers.Answer.ok(reporter(city, "EMAIL", "en")));
        try (MailServer mail = MailServer.start()) {
            gave(city, incident, "EMAIL");
            awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
            Database.execute(
                    "update complainant_letter set state = 'IN_FLIGHT', sent_at = null, next_try_at = now() where incident_id = ?",
                    incident);
            awaitState(city, incident, "ACKNOWLEDGEMENT", "SENT");
            List<MimeMessage> mails = mail.to("odalys@" + city.entity() + ".example");
            assertThat(mails).hasSize(2);
            assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        }
        letters(city, incident).body("items[0].possibleDuplicate", equalTo(true));
    }

    @Test
    void whoTookHisReportBackReadsHisMailboxOrPractisesGetsNoLetter() {
        Officers city = Officers.of("none");
        UUID withdrawn = incident(city);
        Peers.answer(contact(withdrawn), Peers.Answer.of(404));
        gave(city, withdrawn, "LETTER");
        UUID mailbox = incident(city);
        gave(city, mailbox, "MAILBOX");
        answered(city, mailbox, LetterChannel.RECEIPT_MAILBOX);
        UUID exercise = incident(city);
        Facts.send(
                Topic.REPORT,
                new ContactGiven(exercise, city.entity(), "LETTER", Instant.now()),
                city.entity(),
                true,
                "system");
        UUID handed = incident(city);
        Peers.answer(contact(handed), Peers.Answer.ok(reporter(city, "LETTER", "en")));
        gave(city, handed, "LETTER");
        answered(city, handed, LetterChannel.IN_PERSON);

        awaitState(city, withdrawn, "ACKNOWLEDGEMENT", "CANCELLED");
        awaitState(city, exercise, "ACKNOWLEDGEMENT", "WITHHELD");
        awaitState(city, handed, "ACKNOWLEDGEMENT", "SENT");
        assertThat(states(mailbox)).isEmpty();
        assertThat(states(handed)).hasSize(1);
        assertThat(Peers.asked(contact(exercise))).isEmpty();
        assertThat(Peers.asked(contact(mailbox))).isEmpty();
    }

    @Test
    void theOfficersLearnWhenALetterIsRefused() throws Exception {
        Officers city = Officers.of("refusal").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID incident = incident(city);
        Map<String, Object> unreachable = reporter(city, "EMAIL", "en");
        unreachable.put("email", "refused@" + city.entity() + ".example");
        Peers.answer(contact(incident), Peers.Answer.ok(unreachable));
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from officer where entity_id = ?", city.entity()) == 1);
        try (MoodySmtp server = MoodySmtp.start()) {
            gave(city, incident, "EMAIL");
            awaitState(city, incident, "ACKNOWLEDGEMENT", "REFUSED");
            assertThat(server.messageIds()).isEmpty();
        }
        given().auth()
                .oauth2(Tokens.as(city.subject("privacy"), "privacy-officer"))
                .get("/alerts")
                .then()
                .body("items[0].kind", equalTo("COMPLAINANT_NOT_REACHED"));
    }

    static UUID incident(Officers city) {
        UUID incident = UUID.randomUUID();
        Facts.send(
                Topic.ROUTING,
                new RoutingChanged(
                        incident,
                        city.entity(),
                        List.of(new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject("privacy"))),
                        List.of(),
                        List.of(),
                        false,
                        1),
                city.entity());
        return incident;
    }

    static void gave(Officers city, UUID incident, String answerBy) {
        Facts.send(Topic.REPORT, new ContactGiven(incident, city.entity(), answerBy, Instant.now()), city.entity());
    }

    private static void answered(Officers city, UUID incident, LetterChannel channel) {
        Facts.send(
                Topic.CASE,
                new ComplaintAnswered(
                        incident, LocalDate.of(2026, 3, 25), false, ComplaintResult.VIOLATION_FOUND, channel),
                city.entity());
    }

    static Map<String, Object> reporter(Officers city, String answerBy, String language) {
        Map<String, Object> reporter = new HashMap<>(Map.of(
                "answerBy",
                answerBy,
                "name",
                NAME,
                "phone",
                "",
                "address",
                answerBy.equals("LETTER") ? "12 Mill Lane\nLarkspur Falls, WI 53999" : "",
                "language",
                language,
                "receivedOn",
                "2026-03-10",
                "answerDueOn",
                "2026-04-09",
                "nonRetaliation",
                "Nobody may retaliate against you."));
        // The mailbox is the entity's own, so that mails of other tests are told apart.
        reporter.put("email", answerBy.equals("EMAIL") ? "odalys@" + city.entity() + ".example" : "");
        return reporter;
    }

    static String contact(UUID incident) {
        return "/intake/reports/" + incident + "/contact";
    }

    private static String answer(UUID incident) {
        return "/investigation/cases/" + incident + "/complaint-answer/text";
    }

    private static List<String> states(UUID incident) {
        return Database.rows("select state from complainant_letter where incident_id = ?", incident).stream()
                .map(row -> row.get("state").toString())
                .toList();
    }

    private static void awaitState(Officers city, UUID incident, String kind, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> letters(city, incident)
                        .statusCode(200)
                        .body("items.find { it.kind == '" + kind + "' }.state", equalTo(state)));
    }

    private static ValidatableResponse letters(Officers city, UUID incident) {
        return given().auth()
                .oauth2(Tokens.as(city.subject("privacy"), "privacy-officer"))
                .get("/complaints/" + incident + "/letters")
                .then();
    }

    private static Path onlyBatch(Officers city) throws IOException {
        List<Path> batches = batches(city);
        assertThat(batches).hasSize(1);
        return batches.getFirst();
    }

    private static List<Path> batches(Officers city) throws IOException {
        return files(OUTBOX).stream()
                .filter(one -> one.getFileName().toString().startsWith(city.entity() + "-letter-"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String content(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
