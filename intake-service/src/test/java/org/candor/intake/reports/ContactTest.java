package org.candor.intake.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.intake.IntakeFixtures.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.ReportEvent.ContactGiven;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.intake.IntakeFixtures;
import org.candor.intake.mailbox.NamelessReporter;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member of the public who gives a name needs no token, and his name stays here. */
@QuarkusTest
@OnRealPlatform
class ContactTest {

    private static final String NAME = "Odalys Fenwick";
    private static final Map<String, Object> CONTACT =
            Map.of("name", NAME, "answerBy", "LETTER", "address", "12 Mill Lane\nLarkspur Falls, WI 53999");

    @Inject
    Clock clock;

    @BeforeEach
    void directory() {
        IntakeFixtures.aCityWithBothOfficersAndAnAdministrator();
    }

    @Test
    void keepsNameAndAddressForThoseWhoAnswer() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of("contact", CONTACT, "relation", "GENERAL_PUBLIC"));

        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/contact")
                .then()
                .statusCode(200)
                .body("name", equalTo(ContactView.MASK))
                .body("answerBy", equalTo("LETTER"))
                .body("address", equalTo(ContactView.MASK))
                .body("email", equalTo(""))
                .body("masked", equalTo(List.of("NAME", "ADDRESS")));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            accesses.await(
                    AccessRecorded.class,
                    a -> a.action().equals("read-contact") && a.incidentIds().equals(List.of(reporter.incidentId())));
        }
    }

    /** 45 CFR 164.502(b), A-10 to A-12: shown to who needs it, for a reason that is on record. */
    @Test
    void showsWhatIsAskedForToWhoeverIsInChargeAndRecordsWhatFor() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of("contact", CONTACT, "relation", "GENERAL_PUBLIC"));
        unmask("privacy-officer", reporter, "ADDRESS")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("address", equalTo(CONTACT.get("address")))
                .body("name", equalTo(ContactView.MASK))
                .body("masked", equalTo(List.of("NAME")));
        // What was not given is shown as that.
        unmask("security-officer", reporter, "PHONE").statusCode(200).body("phone", equalTo(""));
        unmask("administrator", reporter, "NAME").statusCode(403).body("code", equalTo("NOT_IN_CHARGE"));
        json("privacy-officer")
                .body(Map.of("fields", List.of("NAME")))
                .post("/reports/" + reporter.incidentId() + "/contact/unmask")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/ground"));

        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            AccessRecorded shown = accesses.await(
                    AccessRecorded.class,
                    a -> a.action().equals("unmask-contact")
                            && a.actor().equals("privacy-officer")
                            && a.incidentIds().equals(List.of(reporter.incidentId())));
            assertThat(shown.reason()).isEqualTo("NOT_REACHED");
            assertThat(shown.filter()).isEqualTo("fields=ADDRESS");
            assertThat(accesses.records().toString()).doesNotContain("Mill Lane");
        }
        json("privacy-officer")
                .get("/access-exceptions?limit=200&entityId=" + IntakeFixtures.ENTITY)
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.incidentId == '" + reporter.incidentId()
                                + "' && it.person == 'privacy-officer' }.fields",
                        equalTo(List.of("ADDRESS")));
    }

    @Test
    void refusesWhoAsksForMoreThanOnePersonNeeds() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of("contact", CONTACT));
        IntakeFixtures.putOfficer("PRIVACY_OFFICER", "curious");
        NamelessReporter his = NamelessReporter.reports(Map.of("contact", CONTACT));
        for (int i = 0; i < 30; i++) {
            unmaskAs(Tokens.as("curious", "privacy-officer"), his, "NAME").statusCode(200);
        }
        String wait = unmaskAs(Tokens.as("curious", "privacy-officer"), his, "NAME")
                .statusCode(429)
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 3600);
        unmask("privacy-officer", reporter, "NAME").statusCode(200);
        IntakeFixtures.leave("PRIVACY_OFFICER", "curious");
    }

    private static ValidatableResponse unmask(String role, NamelessReporter reporter, String field) {
        return unmaskAs(Tokens.of(role), reporter, field);
    }

    private static ValidatableResponse unmaskAs(String token, NamelessReporter reporter, String field) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("fields", List.of(field), "ground", "NOT_REACHED"))
                .post("/reports/" + reporter.incidentId() + "/contact/unmask")
                .then();
    }

    @Test
    void tellsTheOthersOnlyHowTheAnswerShouldGo() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of("contact", CONTACT));

        try (TopicProbe reports = TopicProbe.on(Topic.REPORT)) {
            assertThat(reports.await(ContactGiven.class, e -> e.incidentId().equals(reporter.incidentId()))
                            .answerBy())
                    .isEqualTo("LETTER");
            assertThat(reports.await(ReportSubmitted.class, e -> e.incidentId().equals(reporter.incidentId()))
                            .anonymous())
                    .isFalse();
            assertThat(reports.records().toString()).doesNotContain(NAME);
        }
        assertThat(Database.rows("select encode(details, 'escape') as details from reporter_contact")
                        .toString())
                .doesNotContain(NAME);
    }

    @Test
    void givesTheServiceThatSendsTheLettersWhatTheyNeedAndNoMore() {
        Map<String, Object> contact = new HashMap<>(CONTACT);
        contact.put("email", "o@fenwick.example");
        contact.put("phone", "+16085550100");
        contact.put("language", "es");
        NamelessReporter reporter =
                NamelessReporter.reports(Map.of("kind", "COMPLAINT", "relation", "GENERAL_PUBLIC", "contact", contact));

        LocalDate received = LocalDate.now(clock.withZone(ZoneId.of("America/Chicago")));
        asService(reporter, "openid intake.contact")
                .statusCode(200)
                .body("name", equalTo(NAME))
                .body("answerBy", equalTo("LETTER"))
                .body("address", equalTo(CONTACT.get("address")))
                .body("email", equalTo(""))
                .body("phone", equalTo(""))
                .body("language", equalTo("es"))
                .body("receivedOn", equalTo(received.toString()))
                .body("answerDueOn", equalTo(received.plusDays(30).toString()))
                .body("nonRetaliation", startsWith("Informar nos ayuda"));
        try (TopicProbe accesses = TopicProbe.on(Topic.ACCESS)) {
            assertThat(accesses.await(
                                    AccessRecorded.class,
                                    a -> a.action().equals("read-contact")
                                            && a.incidentIds().equals(List.of(reporter.incidentId())))
                            .actor())
                    .isEqualTo("service-account-notification");
        }
    }

    @Test
    void givesAServiceTheEmailAddressOnlyWhereTheAnswerGoesThere() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of(
                "contact",
                Map.of("name", NAME, "answerBy", "EMAIL", "email", "o@fenwick.example", "address", "12 Mill Lane")));
        asService(reporter, "intake.contact")
                .statusCode(200)
                .body("email", equalTo("o@fenwick.example"))
                .body("address", equalTo(""))
                .body("language", equalTo("en"))
                .body("answerDueOn", nullValue())
                .body("nonRetaliation", startsWith("Reporting helps"));
    }

    @Test
    void givesNothingToAServiceWithoutTheScopeOfThisEdgeNorToTheScopeWithoutTheRole() {
        NamelessReporter reporter = NamelessReporter.reports(Map.of("contact", CONTACT));
        asService(reporter, "openid investigation.answer").statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().auth()
                .oauth2(Tokens.subject("somebody")
                        .roles("workforce")
                        .claim("scope", "intake.contact")
                        .signed())
                .get("/reports/" + reporter.incidentId() + "/contact")
                .then()
                .statusCode(403);
        asService(NamelessReporter.reports(), "intake.contact").statusCode(404);
    }

    @Test
    void noMoreLettersGoToWhoTookHisReportBackNorWhereTheKeyWasDestroyed() {
        NamelessReporter withdrawn = NamelessReporter.reports(Map.of("contact", CONTACT));
        withdrawn.asks("/receipts/withdrawal").statusCode(201);
        asService(withdrawn, "intake.contact").statusCode(404);
        json("privacy-officer")
                .get("/reports/" + withdrawn.incidentId() + "/contact")
                .then()
                .statusCode(200);

        NamelessReporter disposed = NamelessReporter.reports(Map.of("contact", CONTACT));
        Database.execute("delete from vault.data_key where incident_id = ?", disposed.incidentId());
        asService(disposed, "intake.contact").statusCode(404);
    }

    private static ValidatableResponse asService(NamelessReporter reporter, String scope) {
        String token = Tokens.subject("service-account-notification")
                .roles("service")
                .entities()
                .claim("scope", scope)
                .signed();
        return given().auth()
                .oauth2(token)
                .get("/reports/" + reporter.incidentId() + "/contact")
                .then();
    }

    @Test
    void thereIsNoContactOfSomebodyWhoGaveNone() {
        NamelessReporter reporter = NamelessReporter.reports();
        json("privacy-officer")
                .get("/reports/" + reporter.incidentId() + "/contact")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, address, 12 Mill Lane, CONTACT_INCOMPLETE, /contact/email",
        "LETTER, email, o@fenwick.example, CONTACT_INCOMPLETE, /contact/address",
        "EMAIL, email, not an address, INVALID_FIELD, /contact/email"
    })
    void refusesAContactToWhichNoAnswerCouldGo(String by, String given, String value, String code, String field) {
        Map<String, Object> report = IntakeFixtures.misdirectedSpreadsheet();
        report.put("contact", Map.of("name", NAME, "answerBy", by, given, value));
        NamelessReporter.post("/reports", report)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "LETTER, false, true, true",
        "LETTER, true, false, false",
        "EMAIL, true, false, true",
        "EMAIL, false, true, false",
        "MAILBOX, false, false, true"
    })
    void eachWayOfAnsweringNeedsItsAddress(AnswerBy by, boolean email, boolean address, boolean possible) {
        assertThat(by.isPossibleWith(email, address)).isEqualTo(possible);
    }
}
