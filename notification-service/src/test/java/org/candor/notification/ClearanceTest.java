package org.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.approved;
import static org.candor.notification.Fixtures.attorneyGeneral;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.clearance;
import static org.candor.notification.Fixtures.cleared;
import static org.candor.notification.Fixtures.heldByBreach;
import static org.candor.notification.Fixtures.importing;
import static org.candor.notification.Fixtures.individuals;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.roster;
import static org.candor.notification.Fixtures.tell;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.NoticeEvent.NoticesSent;
import org.candor.events.NoticeMethod;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Peers;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.412: runs go in batches, each under a clearance of breach-service; without one nothing leaves. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class ClearanceTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void withoutAnAnswerNothingLeavesAndTheRunSaysSo() {
        UUID incident = ready();
        clearance(incident, Peers.Answer.none());
        start(incident);

        waits(incident, "NO_CLEARANCE");
        assertThat(left(incident)).isZero();

        clearance(incident, Peers.Answer.of(500));
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(() -> waits(incident, "NO_CLEARANCE"));
        assertThat(left(incident)).isZero();

        goes(incident);
        officer().get("/campaigns/" + incident + "/runs").then().body("[0].waitingFor", nullValue());
    }

    /** An answer for another day than today is none. */
    @Test
    void anAnswerForYesterdayIsNoAnswer() {
        UUID incident = ready();
        clearance(
                incident,
                Peers.Answer.ok(
                        Map.of("answer", "CLEAR", "asOf", today().minusDays(1).toString())));
        start(incident);

        waits(incident, "NO_CLEARANCE");
        assertThat(left(incident)).isZero();
        goes(incident);
    }

    @Test
    void theQuestionCarriesTheServicesOwnCredentialsAndTheKind() {
        UUID incident = ready();
        start(incident);
        goes(incident);

        List<Peers.Asked> asked = Peers.asked("/breach/breaches/" + incident + "/clearance");
        assertThat(asked).isNotEmpty().allSatisfy(question -> {
            assertThat(question.query()).isEqualTo("kind=INDIVIDUAL_NOTICE");
            assertThat(question.header("Authorization")).startsWith("Bearer ");
        });
    }

    /** breach-service knows of the hold before its fact has come here. */
    @Test
    void aHoldThatOnlyBreachServiceKnowsStopsTheRun() {
        UUID incident = ready();
        heldByBreach(incident, today().plusDays(30));
        start(incident);

        waits(incident, "NOTICE_HELD");
        officer()
                .get("/campaigns/" + incident + "/runs")
                .then()
                .body("[0].heldUntil", equalTo(today().plusDays(30).toString()));
        assertThat(left(incident)).isZero();

        goes(incident);
        assertThat(left(incident)).isEqualTo(15);
    }

    /** What has left is told to the others at once; what has not is undone, and goes when the hold has ended, each once. */
    @Test
    void aHoldHalfWayStopsTheRunAndItsEndContinuesIt() {
        UUID incident = ready();
        start(incident);
        // No mail server: letters leave, e-mails wait.
        await().atMost(SOON).until(() -> number(incident, "state = 'SENT' and method = 'FIRST_CLASS_MAIL'") == 11);

        tell(incident, false, 2, individuals(today().plusDays(30)), attorneyGeneral());
        waits(incident, "NOTICE_HELD");
        try (MailServer mail = MailServer.start();
                TopicProbe notices = TopicProbe.on(Topic.NOTICE)) {
            assertThat(notices.await(
                                    NoticesSent.class, fact -> fact.incidentId().equals(incident))
                            .counts())
                    .isEqualTo(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 11L));
            importing(incident, roster() + person("P-26")).then().statusCode(200);
            assertThat(mail.notices()).isEmpty();

            tell(incident, false, 3, individuals(null), attorneyGeneral());
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
            assertThat(notices.await(
                                    NoticesSent.class,
                                    fact -> fact.incidentId().equals(incident)
                                            && fact.counts().containsKey(NoticeMethod.EMAIL))
                            .counts())
                    .isEqualTo(Map.of(NoticeMethod.FIRST_CLASS_MAIL, 1L, NoticeMethod.EMAIL, 4L));
        }
        assertThat(left(incident)).isEqualTo(16);
        assertThat(Database.number(
                        "select count(*) from (select person_id from notice where incident_id = ? and state = 'SENT'"
                                + " group by person_id having count(*) > 1) twice",
                        incident))
                .isZero();
    }

    /** A clearance of more than sixty seconds ago counts for nothing, whatever it said. */
    @Test
    void aClearanceThatHasGoneStaleIsAskedForAgain() throws Exception {
        UUID incident = ready();
        start(incident);
        await().atMost(SOON).until(() -> number(incident, "method = 'EMAIL' and attempts >= 1") == 4);
        clearance(incident, Peers.Answer.none());
        Database.execute(
                "update run set cleared_at = cleared_at - interval '61 seconds' where incident_id = ?", incident);

        waits(incident, "NO_CLEARANCE");
        try (MailServer mail = MailServer.start()) {
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> mail.notices().isEmpty());
            cleared(incident);
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
        }
    }

    /** 45 CFR 164.404(d)(1)(i): an agreement withdrawn between approval and sending is honoured, and the state is kept. */
    @Test
    void whoWithdrawsHisAgreementBeforeSendingGetsALetter() throws Exception {
        UUID incident = ready();
        start(incident);
        await().atMost(SOON)
                .until(() -> number(incident, "method = 'EMAIL' and state = 'WAITING' and attempts > 0") == 4);
        String person = officer()
                .queryParam("limit", 100)
                .get("/campaigns/" + incident + "/people")
                .path("items.find { it.externalId == 'P-12' }.id");

        officer()
                .contentType("application/json")
                .body(Map.of("agreed", false))
                .put("/campaigns/" + incident + "/people/" + person + "/email-agreement")
                .then()
                .statusCode(204);

        try (MailServer mail = MailServer.start()) {
            completes(incident);
            assertThat(mail.notices().stream().map(MailServer::recipients)).hasSize(3);
        }
        assertThat(number(incident, "method = 'FIRST_CLASS_MAIL' and state = 'SENT'"))
                .isEqualTo(12);
        assertThat(Database.number(
                        "select count(*) from email_attempt a join notice n on n.id = a.notice_id"
                                + " where n.incident_id = ? and a.agreement = 'NOT_AGREED'",
                        incident))
                .isEqualTo(1);
    }

    @Test
    void onlyAPrivacyOfficerChangesAnAgreement() {
        String path = "/campaigns/" + UUID.randomUUID() + "/people/" + UUID.randomUUID() + "/email-agreement";
        Map<String, Object> body = Map.of("agreed", false);

        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(401);
        Fixtures.security()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(403);
        officer().contentType("application/json").body(body).put(path).then().statusCode(404);
    }

    private static UUID ready() {
        UUID incident = breach(false, individuals(null), attorneyGeneral());
        importing(incident, roster());
        approved(incident, "4-III-B", "en");
        return incident;
    }

    private static String person(String id) {
        return Fixtures.person(id, "Late", "3 Elm Street", "Larkspur Falls", "WI", "54901", "", "no", "en") + "\n";
    }

    private static void start(UUID incident) {
        officer().post("/campaigns/" + incident + "/runs").then().statusCode(202);
    }

    private static void waits(UUID incident, String cause) {
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/runs")
                        .then()
                        .body("[0].state", equalTo("RUNNING"))
                        .body("[0].waitingFor", equalTo(cause)));
    }

    private static void completes(UUID incident) {
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/campaigns/" + incident + "/runs")
                        .then()
                        .body("[0].state", equalTo("COMPLETED"))
                        .body("[0].pending", equalTo(0)));
    }

    /** The clearance is given and the mail server is there: everything goes. */
    private static void goes(UUID incident) {
        cleared(incident);
        try (MailServer mail = MailServer.start()) {
            completes(incident);
            assertThat(mail.notices()).hasSize(4);
        }
    }

    private static long left(UUID incident) {
        return number(incident, "state = 'SENT'");
    }

    private static long number(UUID incident, String condition) {
        return Database.number("select count(*) from notice where incident_id = ? and " + condition, incident);
    }
}
