package org.candor.investigation.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.cases.CaseDesk.ENTITY;
import static org.candor.investigation.cases.CaseDesk.PHI;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ReportEvent.ReportCorrected;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Pictures;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What a complainant is told, and until when (policy I.G.1). */
@QuarkusTest
@OnRealPlatform
class ComplaintTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final LocalDate today = LocalDate.now(CHICAGO);

    @Test
    void aComplaintIsExtendedInTimeAndAnsweredByALetter() throws Exception {
        CaseDesk desk = complaint(0);
        String until = today.plusDays(45).toString();

        String extension = desk.post(PRIVACY, "/complaint-extension", CaseDesk.extension(until))
                .statusCode(200)
                .extract()
                .path("id");
        desk.get(PRIVACY, "")
                .body("complaint.dueOn", equalTo(today.plusDays(30).toString()))
                .body("complaint.extendedTo", equalTo(until))
                .body("summary.complaintDueOn", equalTo(until))
                .body("complaint.letters.kind", contains("EXTENSION"));
        deadline(desk.incident, until);
        byte[] moreTime = pdf(desk, extension);
        assertThat(Pdfs.text(moreTime)).contains("We need more time").contains("vendor's logs");
        assertThat(Pdfs.violations(moreTime)).isEmpty();
        Pictures.save("complaint-extension", moreTime);

        desk.triaged(true, false, false);
        byte[] preview = CaseDesk.as(PRIVACY)
                .contentType("application/json")
                .body(CaseDesk.answer(today.toString()))
                .post("/cases/" + desk.incident + "/complaint-answer/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String letter = desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(200)
                .extract()
                .path("id");
        byte[] answer = pdf(desk, letter);
        assertThat(Pdfs.text(answer))
                .isEqualTo(Pdfs.text(preview))
                .contains("City of Larkspur Falls", "100 Main Street, Larkspur Falls, WI 53000", "1-800-555-0100")
                .contains("12 Elm Street", PHI)
                .contains("our rules were not followed", "Every export is encrypted")
                .contains("Secretary of Health and Human Services", "180 days", "1-800-368-1019")
                .contains("Pat Rowan", "Privacy Officer");
        assertThat(Pdfs.violations(answer)).isEmpty();
        Pictures.save("complaint-answer", answer);
        desk.get(PRIVACY, "")
                .body("complaint.letters[1].sha256", equalTo(Hashes.sha256(answer)))
                .body("complaint.letters[1].channel", equalTo("MAIL"));

        toldWithoutWords(desk.incident);
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_ANSWERED_ALREADY"));
    }

    @Test
    void aReportThatIsCorrectedToAComplaintMustBeAnsweredAndBackAgainNot() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        corrected(desk, ReportKind.COMPLAINT);
        deadline(desk.incident, today.plusDays(30).toString());
        desk.get(PRIVACY, "").body("complaint.dueOn", equalTo(today.plusDays(30).toString()));

        corrected(desk, ReportKind.BREACH);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(DeadlineCancelled.class, fact -> desk.incident.equals(fact.incidentId()));
        }
        desk.get(PRIVACY, "").body("complaint", nullValue());
        // Once more it has its day.
        corrected(desk, ReportKind.COMPLAINT);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> desk.get(PRIVACY, "")
                        .body("complaint.dueOn", equalTo(today.plusDays(30).toString())));
    }

    private void corrected(CaseDesk desk, ReportKind kind) {
        Facts.send(
                Topic.REPORT,
                new ReportCorrected(
                        desk.incident,
                        ENTITY,
                        2,
                        List.of("kind"),
                        kind,
                        true,
                        true,
                        false,
                        null,
                        null,
                        false,
                        kind == ReportKind.COMPLAINT ? today.plusDays(30) : null,
                        Instant.now().truncatedTo(ChronoUnit.MICROS)),
                ENTITY);
    }

    /** "Late ones stay late": nothing is extended once the day has come. */
    @Test
    void aLateComplaintCannotBeExtendedAndItsAnswerSaysHowLate() {
        CaseDesk desk = complaint(33);
        desk.post(
                        PRIVACY,
                        "/complaint-extension",
                        CaseDesk.extension(today.plusDays(9).toString()))
                .statusCode(409)
                .body("code", equalTo("EXTENSION_TOO_LATE"));
        desk.triaged(true, false, false);
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(200);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            assertThat(cases.await(DeadlineMet.class, fact -> desk.incident.equals(fact.incidentId()))
                            .daysLate())
                    .isEqualTo(3);
        }
    }

    /** Who gave no name is answered in the mailbox of his receipt; the words can be put there as they are. */
    @Test
    void anAnonymousComplainantIsAnsweredThroughTheMailboxOfTheReceipt() throws Exception {
        CaseDesk desk = CaseDesk.reported(like -> report(like, true, 0));
        desk.triaged(true, false, false);
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(422)
                .body("code", equalTo("ANONYMOUS_BY_MAILBOX_ONLY"));
        Map<String, Object> byMailbox = new HashMap<>(CaseDesk.answer(today.toString()));
        byMailbox.put("channel", "RECEIPT_MAILBOX");
        byMailbox.remove("addressee");
        byMailbox.put("language", "ES");
        String letter = desk.post(PRIVACY, "/complaint-answer", byMailbox)
                .statusCode(200)
                .extract()
                .path("id");
        desk.get(PRIVACY, "/complaint-letters/" + letter + ".txt")
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("Lo que recomendamos"))
                .body(containsString("dentro de los 180 días"))
                .body(containsString("Responsable de privacidad"));
        byte[] spanish = pdf(desk, letter);
        assertThat(Pdfs.text(spanish))
                .contains("no se siguieron nuestras reglas")
                .contains(" de 20");
        assertThat(Pdfs.violations(spanish)).isEmpty();
        Pictures.save("complaint-answer-es", spanish);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            assertThat(cases.await(
                                    ComplaintAnswered.class,
                                    fact -> fact.incidentId().equals(desk.incident))
                            .channel())
                    .isEqualTo(LetterChannel.RECEIPT_MAILBOX);
        }
    }

    /** Whoever gives the answer to the complainant fetches it; nobody else may, and each reading is on record. */
    @Test
    void theServiceThatGivesTheAnswerReadsItsWords() {
        CaseDesk desk = CaseDesk.reported(like -> report(like, true, 0));
        desk.triaged(true, false, false);
        answerText(desk.incident, service("investigation.answer"))
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Map<String, Object> byMailbox = new HashMap<>(CaseDesk.answer(today.toString()));
        byMailbox.put("channel", "RECEIPT_MAILBOX");
        byMailbox.remove("addressee");
        byMailbox.put("language", "ES");
        String letter = desk.post(PRIVACY, "/complaint-answer", byMailbox)
                .statusCode(200)
                .extract()
                .path("id");
        String frozen = desk.get(PRIVACY, "/complaint-letters/" + letter + ".txt")
                .extract()
                .asString();

        answerText(desk.incident, null).statusCode(401);
        answerText(desk.incident, Tokens.of(PRIVACY)).statusCode(403);
        answerText(desk.incident, Tokens.of("service")).statusCode(403).body("code", equalTo("FORBIDDEN"));
        answerText(desk.incident, service("breach.clearance")).statusCode(403);
        answerText(UUID.randomUUID(), service("investigation.answer")).statusCode(404);
        answerText(desk.incident, service("investigation.answer"))
                .statusCode(200)
                .body("language", equalTo("es"))
                .body("text", equalTo(frozen))
                .body("answeredOn", equalTo(today.toString()));
        assertThat(Database.number(
                        "select count(*) from outbox where topic = 'audit.access.v1'"
                                + " and data like '%read-complaint-answer-text%' and data like ?",
                        "%" + desk.incident + "%"))
                .isEqualTo(1);
    }

    /** Whoever gives the answer acts on the fact, so it is told once, and in a way that names nobody. */
    @Test
    void theAnswerIsToldOnce() {
        CaseDesk desk = complaint(0);
        desk.triaged(true, false, false);
        String before = desk.etag();
        desk.post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(200);
        desk.send("POST", PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()), before)
                .statusCode(412);
        desk.refreshed()
                .post(PRIVACY, "/complaint-answer", CaseDesk.answer(today.toString()))
                .statusCode(409);
        desk.post(SECURITY, "/updates", Map.of("informed", "PRIVACY_OFFICER", "text", "Answered"))
                .statusCode(200);
        assertThat(Database.number(
                        "select count(*) from outbox where type like '%complaint-answered%' and subject = ?",
                        desk.incident.toString()))
                .isEqualTo(1);
    }

    private static String service(String scope) {
        return Tokens.subject("service-account-notification")
                .roles("service")
                .entities()
                .claim("scope", "openid " + scope)
                .signed();
    }

    private static ValidatableResponse answerText(UUID incident, String token) {
        var request = token == null ? given() : given().auth().oauth2(token);
        return request.get("/cases/" + incident + "/complaint-answer/text").then();
    }

    @Test
    void aLetterOfAnotherCaseIsNotFound() {
        CaseDesk desk = complaint(0);
        String letter = desk.post(
                        PRIVACY,
                        "/complaint-extension",
                        CaseDesk.extension(today.plusDays(40).toString()))
                .extract()
                .path("id");
        CaseDesk other = complaint(0);
        other.get(PRIVACY, "/complaint-letters/" + letter + ".pdf").statusCode(404);
        other.get(PRIVACY, "/complaint-letters/" + letter + ".txt").statusCode(404);
        desk.post(SECURITY, "/complaint-extension", CaseDesk.extension("2099-01-01"))
                .statusCode(403);
    }

    private CaseDesk complaint(int daysAgo) {
        CaseDesk desk = CaseDesk.reported(like -> report(like, false, daysAgo));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(PRIVACY, "")
                        .body(
                                "complaint.dueOn",
                                equalTo(today.plusDays(30 - daysAgo).toString())));
        return desk.refreshed();
    }

    private static ReportSubmitted report(ReportSubmitted like, boolean anonymous, int daysAgo) {
        return new ReportSubmitted(
                like.incidentId(),
                ENTITY,
                ReportKind.COMPLAINT,
                "individual",
                "letter",
                anonymous,
                false,
                true,
                false,
                null,
                null,
                like.receivedAt().minus(Duration.ofDays(daysAgo)),
                false);
    }

    private static void deadline(UUID incident, String dueOn) {
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet moved = cases.await(
                    DeadlineSet.class,
                    fact -> incident.equals(fact.incidentId())
                            && LocalDate.parse(dueOn).equals(fact.dueOn()));
            DeadlineSet first = cases.await(DeadlineSet.class, fact -> incident.equals(fact.incidentId()));
            assertThat(moved.deadlineId()).isEqualTo(first.deadlineId());
        }
    }

    private static void toldWithoutWords(UUID incident) {
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            ComplaintAnswered told = cases.await(
                    ComplaintAnswered.class, fact -> fact.incidentId().equals(incident));
            assertThat(told.result()).isEqualTo(ComplaintResult.VIOLATION_FOUND);
            assertThat(told.extended()).isTrue();
            assertThat(cases.records()).noneMatch(seen -> seen.toString().contains("Ashgrove"));
        }
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    fact -> fact.incidentIds().contains(incident)
                            && fact.action().equals("read-complaint-letter"));
        }
        assertThat(Database.number("select count(*) from complaint_letter"
                        + " where position('Ashgrove'::bytea in words) > 0 or position('Ashgrove'::bytea in pdf) > 0"))
                .isZero();
    }

    private static byte[] pdf(CaseDesk desk, String letter) {
        return desk.get(PRIVACY, "/complaint-letters/" + letter + ".pdf")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }
}
