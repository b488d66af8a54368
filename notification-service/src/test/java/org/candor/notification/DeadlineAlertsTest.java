package org.candor.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.notification.Fixtures.ZONE;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.OfficerRole;
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

/** Mails before, on and after the due day, to whom and how often; the entity's zone says which day it is. */
@QuarkusTest
@OnRealPlatform
@WithTestResource(Surroundings.class)
class DeadlineAlertsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Far enough ahead that nothing else is due. */
    private static final LocalDate DUE = LocalDate.of(2031, 6, 30);

    @Inject
    MutableClock clock;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theHolderIsToldAtEachStepOnceAndDailyWithTheAdministratorOnceItIsLate() throws Exception {
        Officers city = Officers.of("countdown")
                .with(OfficerRole.PRIVACY_OFFICER, "privacy")
                .with(OfficerRole.PRIVACY_OFFICER, "colleague")
                .with(OfficerRole.ADMINISTRATOR, "admin");
        UUID incident = incident(city, List.of(), "privacy");
        clock.set(noon(40));
        UUID duty = duty(city, incident, false);
        looked(duty);
        assertThat(planned(duty)).isZero();
        try (MailServer mail = MailServer.start()) {
            int expected = 0;
            for (int days : List.of(30, 29, 14, 8, 7, 3, 2, 1, 0)) {
                clock.set(noon(days));
                looked(duty);
                expected += List.of(30, 14, 7, 3, 1, 0).contains(days) ? 1 : 0;
                awaitMails(mail, city, "privacy", expected);
            }
            assertThat(steps(duty, city.subject("privacy")))
                    .containsExactly("D-30", "D-14", "D-7", "D-3", "D-1", "D-0");
            assertThat(mail.to(city.mailbox("admin"))).isEmpty();

            clock.set(noon(-1));
            looked(duty);
            clock.set(noon(-2));
            looked(duty);
            awaitMails(mail, city, "admin", 2);
            assertThat(steps(duty, city.subject("privacy"))).endsWith("L-1", "L-2");
            MimeMessage last = mail.to(city.mailbox("admin")).getLast();
            assertThat(last.getSubject()).isEqualTo("Deadlines: 0 due, 1 late");
            assertThat(last.getContent().toString())
                    .contains(
                            "Letters to individuals (late)",
                            "Days left: -2",
                            "45 CFR 164.404(b)",
                            "no details on purpose");
            assertThat(mail.to(city.mailbox("colleague"))).isEmpty();

            Facts.send(Topic.OBLIGATION, new DeadlineMet(duty, incident, DUE.plusDays(2), 2), city.entity());
            await().atMost(SOON)
                    .until(() -> Database.number(
                                    "select count(*) from deadline where deadline_id = ? and state = 'MET'", duty)
                            == 1);
            clock.set(noon(-3));
            // Another duty's alert of that day shows that the loop has looked.
            UUID other = duty(city, incident, false);
            looked(other);
            awaitMails(mail, city, "admin", 3);
            assertThat(steps(duty, city.subject("admin"))).containsExactly("L-1", "L-2");
        }
    }

    @Test
    void theDayIsTheEntitysAndTheHourTheOfficersChoice() throws Exception {
        Officers city = Officers.of("hour").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID incident = incident(city, List.of(), "privacy");
        given().auth()
                .oauth2(Tokens.as(city.subject("privacy"), "privacy-officer"))
                .contentType("application/json")
                .body(Map.of("digestHour", 9, "language", "es"))
                .put("/alerts/preferences")
                .then()
                .statusCode(200)
                .body("digestHour", equalTo(9));
        // In UTC it is the thirtieth day before already, in the city still the one before that.
        clock.set(DUE.minusDays(31).atTime(23, 30).atZone(ZONE).toInstant());
        UUID duty = duty(city, incident, false);
        looked(duty);
        assertThat(planned(duty)).isZero();
        clock.set(DUE.minusDays(30).atTime(0, 30).atZone(ZONE).toInstant());
        looked(duty);
        assertThat(planned(duty)).isEqualTo(1);
        clock.set(DUE.minusDays(30).atTime(8, 59).atZone(ZONE).toInstant());
        UUID nextDay = duty(city, incident, false);
        looked(nextDay);
        assertThat(queued(duty)).isZero();

        try (MailServer mail = MailServer.start()) {
            clock.set(DUE.minusDays(30).atTime(9, 0).atZone(ZONE).toInstant());
            awaitMails(mail, city, "privacy", 1);
            MimeMessage digest = mail.to(city.mailbox("privacy")).getFirst();
            assertThat(digest.getSubject()).isEqualTo("Plazos: 2 por vencer, 0 atrasados");
            assertThat(digest.getContent().toString()).contains("Oficial de privacidad", "Días restantes: 30");
        }
    }

    @Test
    void whoIsAwayIsSkippedForWhomHeDesignatedAndARecusedPersonIsNeverTold() throws Exception {
        Absence away = new Absence(DUE.minusDays(8), DUE.minusDays(6));
        Officers city = Officers.of("away")
                .with(OfficerRole.PRIVACY_OFFICER, "privacy", away)
                .with(OfficerRole.ADMINISTRATOR, "recused-admin");
        city.helping(OfficerRole.PRIVACY_OFFICER, "helper").helping(OfficerRole.PRIVACY_OFFICER, "recused-helper");
        UUID incident =
                incident(city, List.of(city.subject("recused-helper"), city.subject("recused-admin")), "privacy");
        clock.set(noon(7));
        UUID duty = duty(city, incident, false);
        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "helper", 1);
            assertThat(mail.to(city.mailbox("helper")).getFirst().getContent().toString())
                    .contains("those who hold the role are away");
            clock.set(noon(3));
            awaitMails(mail, city, "privacy", 1);
            clock.set(noon(-1));
            awaitMails(mail, city, "privacy", 2);
            looked(duty);
            assertThat(Database.number(
                            "select count(*) from deadline_alert where deadline_id = ? and person like 'recused%'",
                            duty))
                    .isZero();
            assertThat(mail.to(city.mailbox("recused-admin"))).isEmpty();
            assertThat(mail.to(city.mailbox("recused-helper"))).isEmpty();
        }
    }

    @Test
    void aMailThatWaitsForSomebodyWhoIsRecusedMeanwhileIsTakenBack() throws Exception {
        Officers city = Officers.of("recall").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID lost = incident(city, List.of(), "privacy");
        UUID kept = incident(city, List.of(), "privacy");
        clock.set(noon(7));
        UUID one = duty(city, lost, false);
        UUID other = duty(city, kept, false);
        await().atMost(SOON).until(() -> queued(one) == 1 && queued(other) == 1);

        routing(city, lost, List.of(city.subject("privacy")), 2, false);
        await().atMost(SOON)
                .until(() -> Database.number(
                                "select count(*) from deadline_alert where deadline_id = ? and state = 'DROPPED'", one)
                        == 1);
        try (MailServer mail = MailServer.start()) {
            // Attempts without a server are put off; their time must come.
            clock.advance(Duration.ofHours(1));
            awaitMails(mail, city, "privacy", 1);
            assertThat(mail.to(city.mailbox("privacy")).getFirst().getContent().toString())
                    .contains(kept.toString())
                    .doesNotContain(lost.toString());
        }
    }

    /** A replica holds a row, or one ended before it had written down what it planned: nobody is told twice, nobody is left out. */
    @Test
    void twoReplicasAndARestartTellEachPersonOnce() throws Exception {
        Officers city = Officers.of("replicas")
                .with(OfficerRole.PRIVACY_OFFICER, "privacy")
                .with(OfficerRole.PRIVACY_OFFICER, "second");
        UUID incident = incident(city, List.of(), "privacy", "second");
        clock.set(DUE.minusDays(7).atTime(6, 0).atZone(ZONE).toInstant());
        UUID duty = duty(city, incident, false);
        await().atMost(SOON).until(() -> planned(duty) == 2);
        try (MailServer mail = MailServer.start();
                Connection replica = Database.connect()) {
            replica.setAutoCommit(false);
            try (PreparedStatement held = replica.prepareStatement(
                    "select 1 from deadline_alert where deadline_id = ? and person = ? for update")) {
                held.setObject(1, duty);
                held.setString(2, city.subject("privacy"));
                held.execute();
            }
            clock.set(DUE.minusDays(7).atTime(7, 0).atZone(ZONE).toInstant());
            awaitMails(mail, city, "second", 1);
            assertThat(mail.to(city.mailbox("privacy"))).isEmpty();
            replica.rollback();
            awaitMails(mail, city, "privacy", 1);
        }
        for (int restart = 0; restart < 3; restart++) {
            Database.execute("update deadline set look_at = '1970-01-01T00:00:00Z' where deadline_id = ?", duty);
            looked(duty);
        }
        assertThat(planned(duty)).isEqualTo(2);
        assertThat(Database.number(
                        "select count(*) from outgoing_mail where recipient like ?", "%@" + city.entity() + ".example"))
                .isEqualTo(2);
    }

    /** At night, too: at the hour of the digest it may be too late. */
    @Test
    void aDutyOfHoursIsToldAtOnceAndAgainWhenItsLastInstantHasPassed() throws Exception {
        Officers city = Officers.of("hours")
                .with(OfficerRole.PRIVACY_OFFICER, "privacy")
                .with(OfficerRole.ADMINISTRATOR, "admin");
        UUID incident = incident(city, List.of(), "privacy");
        clock.set(DUE.atTime(3, 0).atZone(ZONE).toInstant());
        Facts.send(
                Topic.CASE,
                new DeadlineSet(
                        UUID.randomUUID(),
                        incident,
                        city.entity(),
                        "REPORT_WITHIN_24_HOURS",
                        "Report",
                        null,
                        DUE.atTime(5, 0).atZone(ZONE).toInstant(),
                        ZONE.getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        "policy I.B.1.a"),
                city.entity());
        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "privacy", 1);
            assertThat(mail.to(city.mailbox("privacy")).getFirst().getContent().toString())
                    .contains("05:00 (America/Chicago)");
            clock.set(DUE.atTime(5, 1).atZone(ZONE).toInstant());
            awaitMails(mail, city, "privacy", 2);
            awaitMails(mail, city, "admin", 1);
        }
    }

    @Test
    void anotherDueDayIsToldAnewAndADrillSaysSo() throws Exception {
        Officers city = Officers.of("moved").with(OfficerRole.PRIVACY_OFFICER, "privacy");
        UUID exercise = incident(city, List.of(), "privacy");
        routing(city, exercise, List.of(), 2, true);
        clock.set(noon(7));
        UUID duty = duty(city, exercise, true);
        try (MailServer mail = MailServer.start()) {
            awaitMails(mail, city, "privacy", 1);
            assertThat(mail.to(city.mailbox("privacy")).getFirst().getSubject())
                    .isEqualTo("DRILL – Deadlines: 1 due, 0 late");
            set(city, duty, exercise, DUE.plusDays(7), true);
            awaitMails(mail, city, "privacy", 2);
            assertThat(steps(duty, city.subject("privacy"))).containsExactlyInAnyOrder("D-7", "D-14");
        }
    }

    private UUID incident(Officers city, List<String> recused, String... inCharge) {
        UUID incident = UUID.randomUUID();
        routing(city, incident, recused, 1, false, inCharge);
        return incident;
    }

    private static void routing(
            Officers city, UUID incident, List<String> recused, int version, boolean drill, String... inCharge) {
        List<Assigned> officers = List.of(inCharge).stream()
                .map(name -> new Assigned(OfficerRole.PRIVACY_OFFICER, city.subject(name)))
                .toList();
        Facts.send(
                Topic.ROUTING,
                new RoutingChanged(incident, city.entity(), officers, recused, List.of(), drill, version),
                city.entity(),
                drill,
                "system");
    }

    private UUID duty(Officers city, UUID incident, boolean drill) {
        UUID id = UUID.randomUUID();
        set(city, id, incident, DUE, drill);
        await().atMost(SOON)
                .until(() -> Database.number("select count(*) from deadline where deadline_id = ?", id) == 1);
        return id;
    }

    private static void set(Officers city, UUID id, UUID incident, LocalDate due, boolean drill) {
        Facts.send(
                Topic.OBLIGATION,
                new DeadlineSet(
                        id,
                        incident,
                        city.entity(),
                        "INDIVIDUAL_NOTICE",
                        "Letters to individuals",
                        due,
                        null,
                        ZONE.getId(),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.404(b)"),
                city.entity(),
                drill,
                "system");
    }

    private static Instant noon(int daysBefore) {
        return DUE.minusDays(daysBefore).atTime(12, 0).atZone(ZONE).toInstant();
    }

    /** The loop has looked at the duty at the time that the clock shows. */
    private void looked(UUID duty) {
        await().atMost(SOON)
                .until(() -> Database.number(
                                "select count(*) from deadline where deadline_id = ? and look_at > cast(? as timestamptz)",
                                duty,
                                clock.instant().toString())
                        == 1);
    }

    private static long planned(UUID duty) {
        return Database.number("select count(*) from deadline_alert where deadline_id = ?", duty);
    }

    private static long queued(UUID duty) {
        return Database.number("select count(*) from deadline_alert where deadline_id = ? and state = 'QUEUED'", duty);
    }

    private static List<String> steps(UUID duty, String person) {
        return Database.rows(
                        "select step from deadline_alert where deadline_id = ? and person = ? order by planned_at",
                        duty,
                        person)
                .stream()
                .map(row -> row.get("step").toString())
                .toList();
    }

    private static void awaitMails(MailServer mail, Officers city, String name, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mail.to(city.mailbox(name))).hasSize(count));
    }
}
