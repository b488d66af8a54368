package org.candor.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.security;
import static org.candor.notification.Fixtures.substitute;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.CountsOffered;
import org.candor.events.NoticeEvent.MisaddressedMailingDetected;
import org.candor.events.NoticeEvent.NoticeReturned;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What the post says of letters: carried, returned, delivered to somebody else. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class PostalReportTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String HEADER = "reference,event,on\n";

    /** 45 CFR 164.404(d)(2): the address of a letter that came back is bad; next of kin of the dead never count. */
    @Test
    void returnedMailCountsOnceAndNextOfKinNever() {
        UUID incident = sent();
        String file = HEADER + line(reference(incident, "P-1"), "RETURNED")
                + line(reference(incident, "P-2"), "RETURNED") + line(reference(incident, "P-11"), "RETURNED")
                + line("000000-000000", "RETURNED") + "what is this,,\n";

        for (int again = 0; again < 2; again++) {
            report(incident, file)
                    .body("returned", equalTo(3))
                    .body("unknown", equalTo(1))
                    .body("unreadable", equalTo(1))
                    .body("complete", equalTo(true));
        }
        report(incident, HEADER + line(reference(incident, "P-1"), "RETURNED"))
                .body("returned", equalTo(0))
                .body("unchanged", equalTo(1));

        officer()
                .get("/campaigns/" + incident + "/roster")
                .then()
                .body("[0].counts.undeliverableLiving", equalTo(12))
                .body("[0].counts.undeliverableNextOfKin", equalTo(1));
        try (TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            assertThat(notices.await(
                                    NoticeReturned.class,
                                    fact -> fact.incidentId().equals(incident))
                            .count())
                    .isEqualTo(3);
            assertThat(notices.await(
                                    CountsOffered.class,
                                    fact -> fact.incidentId().equals(incident) && fact.undeliverableNextOfKin() == 1)
                            .undeliverableLiving())
                    .isEqualTo(12);
        }
    }

    /** The same roster again does not bring the bad address back; another address does, once. */
    @Test
    void whoseLetterCameBackIsWrittenToAgainAtAnotherAddressOnly() {
        UUID incident = sent();
        report(incident, HEADER + line(reference(incident, "P-1"), "RETURNED")).body("returned", equalTo(1));

        importing(incident, Fixtures.roster() + "\n").then().statusCode(200).body("counts.pending", equalTo(0));
        importing(incident, Fixtures.roster().replace("P-1,Ana,Resident1,1 Elm", "P-1,Ana,Resident1,100 Elm"))
                .then()
                .statusCode(200)
                .body("counts.pending", equalTo(1));
        run(incident);

        assertThat(Database.number(
                        "select count(*) from notice where incident_id = ? and state = 'SENT' and method ="
                                + " 'FIRST_CLASS_MAIL'",
                        incident))
                .isEqualTo(11);
        assertThat(Database.number(
                        "select count(*) from notice where incident_id = ? and state = 'RETURNED'", incident))
                .isEqualTo(1);
    }

    @Test
    void receiptsSayWhenLettersWereMailed() {
        UUID incident = sent();
        String file = HEADER + line(reference(incident, "P-1"), "MAILED") + line(noticeId(incident, "P-2"), "MAILED");

        report(incident, file).body("mailed", equalTo(2));

        assertThat(Database.number(
                        "select count(*) from notice where incident_id = ? and mailed_on is not null and state = 'SENT'",
                        incident))
                .isEqualTo(2);
    }

    /** A letter to a wrong person is a disclosure of its own, and has told nobody. */
    @Test
    void aMisaddressedLetterIsToldToBreachServiceOnce() {
        UUID incident = sent();
        Map<String, Object> body = Map.of(
                "references", List.of(reference(incident, "P-1"), reference(incident, "P-2")),
                "detectedOn", today().toString());

        misaddressed(incident, body).statusCode(200).body("count", equalTo(2));
        misaddressed(incident, body).statusCode(200).body("count", equalTo(0));
        misaddressed(incident, Map.of("references", List.of("123456-abcdef"), "detectedOn", today().toString()))
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_LETTER"));

        try (TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            var seen = notices.awaitRecord(
                    MisaddressedMailingDetected.class, fact -> fact.incidentId().equals(incident));
            ContractsTest.assertLikeItsSample(Topic.NOTICE, seen.fact(), seen.json());
        }
    }

    @Test
    void refusesWhatIsNoReportAndWhoMayNot() {
        UUID incident = breach(false, individuals(null));

        officer()
                .contentType("text/csv")
                .body("a,b\n1,2\n".getBytes(UTF_8))
                .post("/campaigns/" + incident + "/postal-reports")
                .then()
                .statusCode(422)
                .body("code", equalTo("POSTAL_REPORT_UNREADABLE"));
        for (String path : List.of("/postal-reports", "/misaddressed-letters")) {
            String type = path.startsWith("/postal") ? "text/csv" : "application/json";
            security()
                    .contentType(type)
                    .body("{}")
                    .post("/campaigns/" + incident + path)
                    .then()
                    .statusCode(403);
            io.restassured.RestAssured.given()
                    .contentType(type)
                    .body("{}")
                    .post("/campaigns/" + incident + path)
                    .then()
                    .statusCode(401);
        }
    }

    private static UUID sent() {
        UUID incident = breach(false, individuals(null), substitute());
        importing(incident, Fixtures.roster());
        approved(incident, "4-III-B", "en");
        run(incident);
        return incident;
    }

    private static void run(UUID incident) {
        try (MailServer mail = MailServer.start()) {
            officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
            await().atMost(SOON)
                    .untilAsserted(() -> officer()
                            .get("/campaigns/" + incident + "/runs")
                            .then()
                            .body("[0].state", equalTo("COMPLETED")));
            assertThat(mail).isNotNull();
        }
    }

    private static ValidatableResponse report(UUID incident, String file) {
        return officer()
                .contentType("text/csv")
                .body(file.getBytes(UTF_8))
                .post("/campaigns/" + incident + "/postal-reports")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse misaddressed(UUID incident, Map<String, Object> body) {
        return officer()
                .contentType("application/json")
                .body(body)
                .post("/campaigns/" + incident + "/misaddressed-letters")
                .then();
    }

    private static String line(String reference, String event) {
        return reference + "," + event + "," + today() + "\n";
    }

    private static String reference(UUID incident, String externalId) {
        String hex = noticeId(incident, externalId).replace("-", "");
        return hex.substring(20, 26) + "-" + hex.substring(26);
    }

    private static String noticeId(UUID incident, String externalId) {
        return officer()
                .queryParam("limit", 100)
                .get("/campaigns/" + incident + "/people")
                .path("items.find { it.externalId == '" + externalId + "' }.noticeId");
    }
}
