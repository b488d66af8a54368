package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.CITY;
import static org.candor.notification.Fixtures.ZONE;
import static org.candor.notification.Fixtures.breach;
import static org.candor.notification.Fixtures.everything;
import static org.candor.notification.Fixtures.officer;
import static org.candor.notification.Fixtures.today;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.junit.jupiter.api.Test;

/** The deadline board, and mails to officers when something begins. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class BoardAndAlertsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void everyDeadlineStandsOnTheBoardUntilItIsMet() {
        UUID incident = breach(false, everything());
        UUID letters = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        UUID hours = UUID.randomUUID();
        Facts.send(Topic.OBLIGATION, set(letters, incident, "INDIVIDUAL_NOTICE", 57), CITY);
        Facts.send(Topic.CASE, set(late, incident, "COMPLAINT_ANSWER", -2), CITY);
        Facts.send(
                Topic.CASE,
                new DeadlineSet(
                        hours,
                        incident,
                        CITY,
                        "REPORT_WITHIN_24_HOURS",
                        "Report",
                        null,
                        Instant.now().plusSeconds(7200),
                        ZONE.getId(),
                        OfficerRole.SECURITY_OFFICER,
                        "policy I.B.1.a"),
                CITY);

        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .queryParam("incidentId", incident)
                        .get("/deadlines")
                        .then()
                        .statusCode(200)
                        .body(one(letters) + ".daysLeft", equalTo(57))
                        .body(one(letters) + ".late", equalTo(false))
                        .body(one(letters) + ".role", equalTo("privacy-officer"))
                        .body(one(late) + ".daysLeft", equalTo(-2))
                        .body(one(late) + ".late", equalTo(true))
                        .body(one(hours) + ".late", equalTo(false)));
        officer()
                .queryParam("role", "security-officer")
                .queryParam("incidentId", incident)
                .get("/deadlines")
                .then()
                .body("items.deadlineId", not(hasItem(letters.toString())));
        officer()
                .accept("text/csv")
                .get("/deadlines")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("INDIVIDUAL_NOTICE"));

        Envelope done = Facts.send(Topic.OBLIGATION, new DeadlineMet(letters, incident, today(), 0), CITY);
        Facts.send(Topic.CASE, new DeadlineCancelled(late, incident, "complaint withdrawn"), CITY);
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .queryParam("incidentId", incident)
                        .get("/deadlines")
                        .then()
                        .body("items.deadlineId", not(hasItem(letters.toString())))
                        .body("items.deadlineId", not(hasItem(late.toString()))));
        officer()
                .queryParam("state", "met")
                .queryParam("incidentId", incident)
                .get("/deadlines")
                .then()
                .body(one(letters) + ".metOn", equalTo(today().toString()))
                .body(one(letters) + ".service", equalTo("breach"))
                .body(one(letters) + ".daysLate", equalTo(0))
                .body(one(letters) + ".proofEventId", equalTo(done.id().toString()));
    }

    @Test
    void deadlinesOfADrillStandOnABoardOfTheirOwn() {
        UUID exercise = breach(true, everything());
        UUID practised = UUID.randomUUID();
        UUID real = UUID.randomUUID();
        Facts.send(Topic.OBLIGATION, set(practised, exercise, "INDIVIDUAL_NOTICE", 57), CITY, true, "system");
        UUID binding = breach(false, everything());
        Facts.send(Topic.OBLIGATION, set(real, binding, "INDIVIDUAL_NOTICE", 57), CITY);
        await().atMost(SOON).untilAsserted(() -> {
            officer()
                    .queryParam("drill", true)
                    .queryParam("limit", 200)
                    .get("/deadlines")
                    .then()
                    .body(one(practised) + ".drill", equalTo(true))
                    .body("items.deadlineId", not(hasItem(real.toString())));
            officer()
                    .queryParam("incidentId", binding)
                    .get("/deadlines")
                    .then()
                    .body(one(real) + ".drill", equalTo(false))
                    .body("items.deadlineId", not(hasItem(practised.toString())));
        });
        officer()
                .accept("text/csv")
                .queryParam("drill", true)
                .get("/deadlines")
                .then()
                .body(containsString(",DRILL,LEGAL\r\n"));
    }

    @Test
    void theBoardShowsNothingOfAnIncidentToARecusedOfficer() {
        UUID incident = breach(false, everything());
        UUID letters = UUID.randomUUID();
        Facts.send(Topic.OBLIGATION, set(letters, incident, "INDIVIDUAL_NOTICE", 57), CITY);
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .queryParam("incidentId", incident)
                        .get("/deadlines")
                        .then()
                        .body("items.deadlineId", hasItem(letters.toString())));

        given().auth()
                .oauth2(Tokens.as("recused-officer", "privacy-officer"))
                .queryParam("incidentId", incident)
                .get("/deadlines")
                .then()
                .body("items.size()", equalTo(0));
    }

    /** G-20 and T-07: officers in charge and the administrator are told at once, without a word of what it is about. */
    @Test
    void officersAreToldWhenACaseAndAnAssessmentOpen() throws Exception {
        UUID incident = UUID.randomUUID();
        String entity = "alert-" + incident;
        officerOf(entity, OfficerRole.PRIVACY_OFFICER, "privacy-officer", "privacy");
        officerOf(entity, OfficerRole.ADMINISTRATOR, "administrator", "admin");
        officerOf(entity, OfficerRole.ADMINISTRATOR, "recused-administrator", "recused");
        // The case is known before its routing record: nobody is told until that has come.
        Facts.send(Topic.CASE, new CaseOpened(incident, entity, Instant.now()), entity);
        Routing.open(incident, entity).recusing("recused-administrator").send();
        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, entity, Instant.now()), entity);

        try (MailServer mail = MailServer.start()) {
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(mail.to("privacy@" + entity + ".example")).hasSize(1);
                assertThat(mail.to("admin@" + entity + ".example")).hasSize(2);
            });
            MimeMessage alert = mail.to("privacy@" + entity + ".example").getFirst();
            assertThat(alert.getSubject()).isEqualTo("An incident was reported");
            assertThat(alert.getContent().toString()).contains(incident.toString(), "no details on purpose");
            assertThat(mail.to("recused@" + entity + ".example")).isEmpty();
        }
    }

    /** Policy I.B.1.c: when the officers can not, somebody else is in charge, and learns of it. */
    @Test
    void whoTakesOverLaterIsToldAndNobodyTwice() throws Exception {
        UUID incident = UUID.randomUUID();
        String entity = "takeover-" + incident;
        officerOf(entity, OfficerRole.PRIVACY_OFFICER, "privacy-officer", "privacy");
        officerOf(entity, OfficerRole.COUNSEL, "counsel", "counsel");
        Routing.open(incident, entity).send();
        Facts.send(Topic.CASE, new CaseOpened(incident, entity, Instant.now()), entity);
        Routing.open(incident, entity)
                .recusing("security-officer")
                .assigning(OfficerRole.COUNSEL, "counsel")
                .version(2)
                .send();

        try (MailServer mail = MailServer.start()) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(mail.to("counsel@" + entity + ".example"))
                            .hasSize(1));
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(mail.to("privacy@" + entity + ".example"))
                            .hasSize(1));
        }
    }

    @Test
    void whoWasToldIsNotToldAgainAtAnotherMailbox() throws Exception {
        UUID incident = UUID.randomUUID();
        String entity = "moved-" + incident;
        UUID officer = UUID.randomUUID();
        officerOf(officer, entity, OfficerRole.PRIVACY_OFFICER, "privacy-officer", "privacy");
        officerOf(entity, OfficerRole.COUNSEL, "counsel", "counsel");
        try (MailServer mail = MailServer.start()) {
            Routing.open(incident, entity).send();
            Facts.send(Topic.CASE, new CaseOpened(incident, entity, Instant.now()), entity);
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(mail.to("privacy@" + entity + ".example"))
                            .hasSize(1));
            officerOf(officer, entity, OfficerRole.PRIVACY_OFFICER, "privacy-officer", "moved");
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Database.number(
                                    "select count(*) from officer where mailbox = ?", "moved@" + entity + ".example")
                            == 1);
            Routing.open(incident, entity)
                    .assigning(OfficerRole.COUNSEL, "counsel")
                    .version(2)
                    .send();
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(mail.to("counsel@" + entity + ".example"))
                            .hasSize(1));
            assertThat(mail.to("moved@" + entity + ".example")).isEmpty();
        }
    }

    private static void officerOf(String entity, OfficerRole role, String person, String mailbox) {
        officerOf(UUID.randomUUID(), entity, role, person, mailbox);
    }

    private static void officerOf(UUID officer, String entity, OfficerRole role, String person, String mailbox) {
        Facts.send(
                Topic.DIRECTORY,
                new OfficerChanged(
                        officer, entity, role, person, person, mailbox + "@" + entity + ".example", List.of(), true),
                entity);
    }

    private static DeadlineSet set(UUID id, UUID incident, String kind, int days) {
        return new DeadlineSet(
                id,
                incident,
                CITY,
                kind,
                "Letters to individuals",
                today().plusDays(days),
                null,
                ZONE.getId(),
                OfficerRole.PRIVACY_OFFICER,
                "45 CFR 164.404(b)");
    }

    private static String one(UUID id) {
        return "items.find { it.deadlineId == '" + id + "' }";
    }
}
