package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.BreakGlassUsed;
import org.candor.events.ReportEvent.CheckUpDue;
import org.candor.events.ReportEvent.ImplicatedPersonAdded;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** G-20: told immediately upon discovery, with the time sent and the time acknowledged. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class IncidentAlertsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aRoutedReportIsToldAtOnceAndAcknowledged() throws Exception {
        Officers city = city("routed");
        UUID incident = UUID.randomUUID();
        report(city, incident, new ReportRouted(incident, city.entity(), officers(city), "BOTH_OFFICERS"));
        routing(city, incident, List.of(), 1);
        // The case that follows tells nobody again.
        Facts.send(Topic.CASE, new CaseOpened(incident, city.entity(), Instant.now()), city.entity());

        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "privacy", 1);
            awaitMails(mail, city, "admin", 1);
            MimeMessage alert = mail.to(city.mailbox("privacy")).getFirst();
            assertThat(alert.getSubject()).isEqualTo("An incident was reported");
            assertThat(alert.getContent().toString()).contains(incident.toString(), "no details on purpose");
        }
        await().atMost(SOON)
                .untilAsserted(() -> as(city, "privacy")
                        .get("/alerts?open=true")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(1))
                        .body("items[0].kind", equalTo("INCIDENT"))
                        .body("items[0].sentAt", notNullValue())
                        .body("items[0].acknowledgedAt", nullValue()));
        String alert = as(city, "privacy").get("/alerts").path("items[0].alertId");
        String first = as(city, "privacy")
                .post("/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", notNullValue())
                .extract()
                .path("acknowledgedAt");
        as(city, "privacy").post("/alerts/" + alert + "/acknowledgement").then().body("acknowledgedAt", equalTo(first));
        as(city, "privacy").get("/alerts?open=true").then().body("items.size()", equalTo(0));
        as(city, "stranger")
                .post("/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(404);
        as(city, "privacy")
                .get("/alerts/incidents/" + incident)
                .then()
                .body("items.size()", equalTo(2))
                .body("items.find { it.person == '" + city.subject("privacy") + "' }.acknowledgedAt", equalTo(first))
                .body("items.find { it.person == '" + city.subject("admin") + "' }.acknowledgedAt", nullValue());

        clock.advance(Duration.ofHours(5));
        UUID later = UUID.randomUUID();
        report(city, later, new ReportRouted(later, city.entity(), officers(city), "BOTH_OFFICERS"));
        routing(city, later, List.of(), 1);
        awaitAlerts(city, later, "INCIDENT", 2);
        clock.advance(Duration.ofHours(5));
        awaitAlerts(city, later, "NOT_ACKNOWLEDGED", 1);
        assertThat(alerts(city, incident, "NOT_ACKNOWLEDGED")).isZero();
    }

    @Test
    void theAdministratorIsToldWhenNobodyAcknowledgesAndCounselWhereHeIsRecused() throws Exception {
        Officers city = city("silence").with(OfficerRole.COUNSEL, "counsel");
        UUID incident = UUID.randomUUID();
        UUID about = UUID.randomUUID();
        for (UUID each : List.of(incident, about)) {
            routing(city, each, each.equals(about) ? List.of(city.subject("admin")) : List.of(), 1);
            report(city, each, new ReportRouted(each, city.entity(), officers(city), "BOTH_OFFICERS"));
        }
        awaitAlerts(city, incident, "INCIDENT", 2);
        awaitAlerts(city, about, "INCIDENT", 2);
        assertThat(alerts(city, incident, "NOT_ACKNOWLEDGED")).isZero();

        clock.advance(Duration.ofHours(4).plusMinutes(1));
        awaitAlerts(city, incident, "NOT_ACKNOWLEDGED", 1);
        awaitAlerts(city, about, "NOT_ACKNOWLEDGED", 1);
        try (MailServer mail = MailServer.start()) {
            clock.advance(Duration.ofMinutes(20));
            awaitMails(mail, city, "counsel", 1);
            assertThat(mail.to(city.mailbox("counsel")).getFirst().getSubject())
                    .isEqualTo("Nobody has acknowledged an incident");
            assertThat(mail.to(city.mailbox("counsel")).getFirst().getContent().toString())
                    .contains(about.toString());
            // The report of the one incident, and that nobody has acknowledged it; of the other nothing.
            awaitMails(mail, city, "admin", 2);
            assertThat(mail.to(city.mailbox("admin")))
                    .noneMatch(one -> text(one).contains(about.toString()));
        }
        // Rows of a recused person are as if they did not exist.
        as(city, "admin")
                .get("/alerts")
                .then()
                .body("items.incidentId.unique()", equalTo(List.of(incident.toString())));
    }

    @Test
    void thoseInChargeAreToldWhatFollows() throws Exception {
        Officers city = city("follows");
        UUID incident = UUID.randomUUID();
        routing(city, incident, List.of(), 1);
        report(
                city,
                incident,
                new ReporterMessageReceived(incident, city.entity(), UUID.randomUUID(), "ANSWER", Instant.now()));
        report(city, incident, Facts.sample(Topic.REPORT, CheckUpDue.class, incident));
        report(city, incident, Facts.sample(Topic.REPORT, BreakGlassUsed.class, incident));
        report(city, incident, new ImplicatedPersonAdded(incident, city.entity(), false, Instant.now()));
        report(city, incident, new ImplicatedPersonAdded(incident, city.entity(), true, Instant.now()));
        Facts.send(Topic.CASE, new CaseReopened(incident, Instant.now()), city.entity());

        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "privacy", 5);
            assertThat(mail.to(city.mailbox("privacy")).stream().map(IncidentAlertsTest::subject))
                    .containsExactlyInAnyOrder(
                            "A reporter has written",
                            "A check-up with a reporter is due",
                            "An incident was opened by somebody outside it",
                            "A person was named whom the directory does not know",
                            "A case was opened again");
            assertThat(mail.to(city.mailbox("admin"))).isEmpty();
        }
    }

    /** 45 CFR 164.502(b), policy I.B.1.c: nobody is his own second person; the next role learns what the only one in charge did. */
    @Test
    void whenTheOneInChargeBreaksTheGlassTheAdministratorIsTold() throws Exception {
        Officers city = city("alone");
        UUID incident = UUID.randomUUID();
        routing(city, incident, List.of(), 1);
        Facts.send(
                Topic.REPORT,
                Facts.sample(Topic.REPORT, BreakGlassUsed.class, incident),
                city.entity(),
                false,
                city.subject("privacy"));

        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "admin", 1);
            assertThat(subject(mail.to(city.mailbox("admin")).getFirst()))
                    .isEqualTo("An incident was opened by somebody outside it");
            assertThat(alerts(city, incident, "BREAK_GLASS")).isEqualTo(1);
        }
    }

    /** Intake puts a helper in charge beside the officer (policy I.C.1); he need not be an officer himself. */
    @Test
    void aHelperWhoIsNoOfficerIsToldOfWhatHeWasPutInChargeOf() {
        Officers city = city("helper").helping(OfficerRole.PRIVACY_OFFICER, "lead");
        city.helping(OfficerRole.PRIVACY_OFFICER, "recused-lead");
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from delegate where entity_id = ?", city.entity()) == 2);
        UUID incident = UUID.randomUUID();
        List<Assigned> officers = List.of(
                new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject("privacy")),
                new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject("lead")),
                new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject("recused-lead")));
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from officer where entity_id = ?", city.entity()) >= 2);
        Facts.send(
                Topic.ROUTING,
                new RoutingChanged(
                        incident, city.entity(), officers, List.of(city.subject("recused-lead")), List.of(), false, 1),
                city.entity());
        report(city, incident, new ReportRouted(incident, city.entity(), officers, "BOTH_OFFICERS"));
        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "lead", 1);
            awaitMails(mail, city, "privacy", 1);
            assertThat(mail.to(city.mailbox("recused-lead"))).isEmpty();
        }
    }

    private static Officers city(String test) {
        return Officers.of(test).with(OfficerRole.PRIVACY_OFFICER, "privacy").with(OfficerRole.ADMINISTRATOR, "admin");
    }

    private static List<Assigned> officers(Officers city) {
        return List.of(new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject("privacy")));
    }

    private static void routing(Officers city, UUID incident, List<String> recused, int version) {
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from officer where entity_id = ?", city.entity()) >= 2);
        Facts.send(
                Topic.ROUTING,
                new RoutingChanged(incident, city.entity(), officers(city), recused, List.of(), false, version),
                city.entity());
    }

    private static void report(Officers city, UUID incident, Event fact) {
        Facts.send(Topic.REPORT, fact, city.entity());
    }

    private static RequestSpecification as(Officers city, String name) {
        return given().auth().oauth2(Tokens.as(city.subject(name), "privacy-officer", "administrator"));
    }

    private static long alerts(Officers city, UUID incident, String kind) {
        return Database.number(
                "select count(*) from incident_alert where entity_id = ? and incident_id = ? and kind = ?",
                city.entity(),
                incident,
                kind);
    }

    private static void awaitAlerts(Officers city, UUID incident, String kind, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(alerts(city, incident, kind)).isEqualTo(count));
    }

    private static void awaitMails(MailServer mail, Officers city, String name, int count) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(mail.to(city.mailbox(name))).hasSize(count));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (jakarta.mail.MessagingException | java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
