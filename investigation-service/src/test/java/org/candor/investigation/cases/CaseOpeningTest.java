package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.candor.events.AssessmentEvent.AssessmentConcluded;
import org.candor.events.AssessmentEvent.AssessmentOpened;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Samples;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What other services send, in whatever order it comes. */
@QuarkusTest
@OnRealPlatform
class CaseOpeningTest {

    /** Policy IV.3.A.1: the investigation starts immediately. */
    @Test
    void aReportOpensACase() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT);

        desk.get(CaseDesk.PRIVACY, "")
                .body("summary.phase", equalTo("TRIAGE"))
                .body("summary.breachQuestion", equalTo("NOT_ASKED"))
                .body("report.byWorkforce", equalTo(true))
                .body("commands", hasItem("triage-case"))
                .body("playbook", nullValue());
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            Seen opened = cases.awaitRecord(
                    CaseOpened.class, fact -> fact.incidentId().equals(desk.incident));
            assertThat(opened.attribute("entityid")).isEqualTo(CaseDesk.ENTITY);
            assertThat(opened.attribute("actor")).isEqualTo(Envelope.SYSTEM);
            assertThat(cases.await(PhaseStarted.class, fact -> fact.incidentId().equals(desk.incident))
                            .phase())
                    .isEqualTo(CasePhase.TRIAGE);
        }
    }

    /** The samples of the contracts are what the producers send. */
    @Test
    void theSamplesOfOtherServicesAreUnderstood() {
        sample(Topic.DIRECTORY, EntityChanged.class);
        sample(Topic.ROUTING, RoutingChanged.class);
        sample(Topic.REPORT, ReportSubmitted.class);
        sample(Topic.ASSESSMENT, AssessmentOpened.class);
        sample(Topic.ASSESSMENT, AssessmentConcluded.class);

        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(CaseOpened.class, fact -> fact.incidentId().equals(Samples.INCIDENT));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                Database.rows("select breach from case_file where incident_id = ?", Samples.INCIDENT))
                        .containsExactly(Map.of("breach", "CONCLUDED")));
    }

    /** Policy I.B.1.c: until it is routed, nobody sees it; then it is there. */
    @Test
    void theReportMayComeBeforeItsRouting() {
        UUID incident = UUID.randomUUID();
        Facts.send(Topic.REPORT, CaseDesk.report(incident, ReportKind.BREACH), CaseDesk.ENTITY);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(CaseOpened.class, fact -> fact.incidentId().equals(incident));
        }
        CaseDesk desk = CaseDesk.of(incident);
        desk.get(CaseDesk.PRIVACY, "").statusCode(404).body("code", equalTo("NOT_FOUND"));

        Routing.open(incident, CaseDesk.ENTITY).send();
        desk.awaitOpened();
    }

    @Test
    void theSameReportTwiceOpensOneCase() {
        UUID incident = UUID.randomUUID();
        ReportSubmitted report = CaseDesk.report(incident, ReportKind.BREACH);
        Routing.open(incident, CaseDesk.ENTITY).send();
        Envelope first = Facts.send(Topic.REPORT, report, CaseDesk.ENTITY);
        Facts.send(Topic.REPORT, report, first);
        Facts.send(Topic.REPORT, report, CaseDesk.ENTITY);
        CaseDesk.of(incident).awaitOpened();
        CaseDesk later = CaseDesk.reported(ReportKind.BREACH);

        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(CaseOpened.class, fact -> fact.incidentId().equals(later.incident));
            assertThat(cases.records())
                    .filteredOn(seen -> seen.fact() instanceof CaseOpened opened
                            && opened.incidentId().equals(incident))
                    .hasSize(1);
        }
    }

    /** Order holds per key within a topic, never between topics. */
    @Test
    void anAssessmentThatComesBeforeTheCaseWaitsForIt() {
        UUID incident = UUID.randomUUID();
        Routing.open(incident, CaseDesk.ENTITY).send();
        Facts.send(Topic.ASSESSMENT, new AssessmentOpened(incident, CaseDesk.ENTITY, Instant.now()), CaseDesk.ENTITY);
        CaseDesk.reported(ReportKind.OTHER_CONCERN);
        Facts.send(Topic.REPORT, CaseDesk.report(incident, ReportKind.BREACH), CaseDesk.ENTITY);

        CaseDesk desk = CaseDesk.of(incident).awaitOpened();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(CaseDesk.PRIVACY, "")
                        .body("summary.breachQuestion", equalTo("OPEN"))
                        .body("toClose", hasItem("breach-assessment")));
    }

    /** Policy I.G.1: 30 calendar days of the entity's zone, also when the directory tells the zone later. */
    @Test
    void aComplaintThatComesBeforeTheDirectoryGetsItsDueDayAfterwards() {
        UUID incident = UUID.randomUUID();
        String entity = "clinic-" + incident;
        ReportSubmitted report = complaint(incident, entity);
        Routing.open(incident, entity).send();
        Facts.send(Topic.REPORT, report, entity);
        CaseDesk desk = CaseDesk.of(incident).awaitOpened();
        desk.get(CaseDesk.PRIVACY, "").body("complaint.dueOn", nullValue());

        Facts.send(
                Topic.DIRECTORY,
                new EntityChanged(
                        entity,
                        "Clinic",
                        EntityKind.COVERED_ENTITY,
                        "1",
                        "X",
                        "HI",
                        "96700",
                        "Pacific/Honolulu",
                        null,
                        null,
                        null),
                entity);

        LocalDate due = report.receivedAt()
                .atZone(ZoneId.of("Pacific/Honolulu"))
                .toLocalDate()
                .plusDays(30);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = cases.await(DeadlineSet.class, fact -> incident.equals(fact.incidentId()));
            assertThat(set.dueOn()).isEqualTo(due);
            assertThat(set.kind()).isEqualTo("COMPLAINT_ANSWER");
        }
        desk.get(CaseDesk.PRIVACY, "").body("complaint.dueOn", equalTo(due.toString()));
    }

    /** A drill is marked from birth on. */
    @Test
    void aDrillStaysADrill() {
        UUID incident = UUID.randomUUID();
        Routing.open(incident, CaseDesk.ENTITY).drill().send();
        Facts.send(
                Topic.REPORT, CaseDesk.report(incident, ReportKind.BREACH), CaseDesk.ENTITY, true, Envelope.REPORTER);
        CaseDesk desk = CaseDesk.of(incident).awaitOpened();
        desk.triaged(true, false, true).get(CaseDesk.PRIVACY, "").body("summary.drill", equalTo(true));
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            Seen opened = cases.awaitRecord(
                    CaseOpened.class, fact -> fact.incidentId().equals(incident));
            assertThat(opened.attribute("drill")).isEqualTo("true");
        }
    }

    /** What comes late is noted and changes nothing else: only a person reopens a case. */
    @Test
    void aLateEventOfAClosedCaseIsNotedAndLeavesItClosed() {
        CaseDesk desk = CaseDesk.reported(ReportKind.OTHER_CONCERN).triaged(false, false, false);
        desk.documented().completed("FORMS").reviewed();
        desk.post(CaseDesk.PRIVACY, "/closure", null).statusCode(200);

        Facts.send(
                Topic.ASSESSMENT, new AssessmentOpened(desk.incident, CaseDesk.ENTITY, Instant.now()), CaseDesk.ENTITY);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> desk.get(CaseDesk.PRIVACY, "").body("summary.breachQuestion", equalTo("OPEN")));
        desk.get(CaseDesk.PRIVACY, "").body("summary.phase", equalTo("CLOSED"));
        desk.refreshed()
                .post(CaseDesk.PRIVACY, "/closure", null)
                .statusCode(409)
                .body("code", equalTo("CASE_CLOSED"));
    }

    /** Policy I.B.1.c: for a recused person the incident does not exist, in lists neither. */
    @Test
    void aRecusedOfficerSeesNothing() {
        CaseDesk.announceDirectory();
        UUID incident = UUID.randomUUID();
        Routing.open(incident, CaseDesk.ENTITY)
                .recusing(CaseDesk.SECURITY)
                .assigning(OfficerRole.ADMINISTRATOR, CaseDesk.HEAD)
                .send();
        Facts.send(Topic.REPORT, CaseDesk.report(incident, ReportKind.BREACH), CaseDesk.ENTITY);
        CaseDesk desk = CaseDesk.of(incident).awaitOpened();

        desk.get(CaseDesk.SECURITY, "").statusCode(404);
        desk.get(CaseDesk.SECURITY, "/timeline").statusCode(404);
        desk.get(CaseDesk.SECURITY, "/forms/4-I-B.pdf").statusCode(404);
        desk.post(CaseDesk.SECURITY, "/triage", CaseDesk.triage(true, true, true))
                .statusCode(404);
        CaseDesk.as(CaseDesk.SECURITY)
                .get("/cases?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.incidentId == '" + incident + "' }.size()", equalTo(0));
        // The head of the organisation stands in for him.
        desk.post(CaseDesk.HEAD, "/triage", CaseDesk.triage(true, true, true)).statusCode(200);
        desk.post(CaseDesk.HEAD, "/steps", CaseDesk.done("C-01", 0)).statusCode(201);
        desk.get(CaseDesk.HEAD, "").body("commands", hasItem("record-step"));
    }

    @Test
    void listsNewestFirstInPagesAndByFilter() {
        CaseDesk older = CaseDesk.reported(ReportKind.BREACH);
        CaseDesk newer = CaseDesk.reported(ReportKind.BREACH);
        newer.triaged(true, false, false);

        String next = CaseDesk.as(CaseDesk.PRIVACY)
                .get("/cases?limit=1")
                .then()
                .statusCode(200)
                .body("items.incidentId", contains(newer.incident.toString()))
                .extract()
                .path("next");
        CaseDesk.as(CaseDesk.PRIVACY)
                .get("/cases?limit=1&cursor=" + next)
                .then()
                .body("items.incidentId", contains(older.incident.toString()));
        CaseDesk.as(CaseDesk.PRIVACY)
                .get("/cases?phase=FORMS&open=true&privacy=true&security=false&entityId=larkspur-falls&limit=1"
                        + "&updatedSince=2026-01-01T00:00:00Z")
                .then()
                .body("items.incidentId", contains(newer.incident.toString()));
        CaseDesk.as(CaseDesk.PRIVACY).get("/cases?cursor=nonsense").then().statusCode(400);
        CaseDesk.as(CaseDesk.PRIVACY)
                .get("/cases?updatedSince=yesterday")
                .then()
                .statusCode(400);
        CaseDesk.as(CaseDesk.PRIVACY).get("/cases?limit=0").then().statusCode(422);
    }

    private static ReportSubmitted complaint(UUID incident, String entity) {
        ReportSubmitted like = CaseDesk.report(incident, ReportKind.COMPLAINT);
        return new ReportSubmitted(
                incident,
                entity,
                ReportKind.COMPLAINT,
                "individual",
                "letter",
                false,
                false,
                true,
                false,
                like.happenedAt(),
                like.learnedAt(),
                like.receivedAt(),
                false);
    }

    private static void sample(Topic topic, Class<? extends Event> fact) {
        UUID id = UUID.randomUUID();
        String subject = fact == EntityChanged.class ? "entity:sample" : Samples.INCIDENT.toString();
        Envelope envelope = new Envelope(
                id,
                topic.typeOf(fact),
                "/sample",
                subject,
                Instant.now(),
                CaseDesk.ENTITY,
                false,
                id.toString(),
                Envelope.SYSTEM,
                "",
                1);
        Facts.sendRaw(
                topic, subject, Samples.of(topic, fact).getBytes(StandardCharsets.UTF_8), Facts.headers(envelope));
    }

    /** 45 CFR 164.530(j): when its time is over, nothing of the incident can be read here any more. */
    @Test
    void disposesOfAnIncidentAndSaysSo() {
        CaseDesk desk = CaseDesk.reported(ReportKind.IMPROPER_USE_OR_DISCLOSURE);
        desk.get(CaseDesk.PRIVACY, "").statusCode(200);
        UUID incident = desk.incident;
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident), "larkspur-falls");
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            KeyDestroyed destroyed =
                    probe.await(KeyDestroyed.class, told -> told.incidentId().equals(incident));
            assertThat(destroyed.service()).isEqualTo("investigation");
            assertThat(destroyed.keyFound()).isTrue();
        }
        desk.get(CaseDesk.PRIVACY, "").statusCode(404);
    }
}
