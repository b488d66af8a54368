package org.candor.investigation.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.ENTITY;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.investigation.cases.CaseDesk;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** A drill from its plan to the plan of the next one (policy I.A.2). */
@QuarkusTest
@OnRealPlatform
class DrillPlanTest {

    /** Ahead of every zone's today. */
    private static final LocalDate DUE = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    private static ValidatableResponse post(String path, String ifMatch, Object body) {
        return Desk.as(SECURITY)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .post("/readiness/drills" + path)
                .then();
    }

    private static String planned() {
        return post(
                        "",
                        "*",
                        Map.of(
                                "entityId",
                                ENTITY,
                                "scenario",
                                "Files on a server are encrypted at night",
                                "dueOn",
                                DUE.toString(),
                                "everyMonths",
                                6))
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("PLANNED"))
                .extract()
                .path("id");
    }

    private static CaseDesk exercise() {
        CaseDesk.announceDirectory();
        UUID incident = UUID.randomUUID();
        Routing.open(incident, ENTITY).drill().send();
        Facts.send(Topic.REPORT, CaseDesk.report(incident, ReportKind.OTHER_CONCERN), ENTITY, true, Envelope.REPORTER);
        return CaseDesk.of(incident).awaitOpened();
    }

    @Test
    void aDrillRunsThroughItsCaseItsFindingsBecomeTasksAndTheNextOneIsPlanned() {
        String drill = planned();
        CaseDesk exercise = exercise();
        Map<String, Object> ending = Map.of("text", "Contained in 40 minutes");
        post("/" + drill + "/conclusion", "*", ending).statusCode(409).body("code", equalTo("DRILL_NOT_RUN"));
        post("/" + drill + "/run", "*", Map.of("incident", CaseDesk.reported(ReportKind.OTHER_CONCERN).incident))
                .statusCode(409)
                .body("code", equalTo("NOT_AN_EXERCISE"));
        post("/" + drill + "/run", "\"7\"", Map.of("incident", exercise.incident))
                .statusCode(412);
        post("/" + drill + "/run", "\"1\"", Map.of("incident", exercise.incident))
                .statusCode(200)
                .body("state", equalTo("RUNNING"))
                .body("incident", equalTo(exercise.incident.toString()));
        String finding = post(
                        "/" + drill + "/findings",
                        "*",
                        Map.of(
                                "text",
                                "Two numbers of the telephone list are wrong",
                                "owner",
                                "SECURITY_OFFICER",
                                "dueOn",
                                DUE.toString()))
                .statusCode(200)
                .extract()
                .path("findings[0].id");
        post("/" + drill + "/conclusion", "*", ending).statusCode(409).body("code", equalTo("EXERCISE_NOT_CLOSED"));
        exercise.triaged(true, false, false)
                .documented()
                .signed("4-I-A")
                .completed("FORMS")
                .reviewed();
        exercise.post(PRIVACY, "/closure", null).statusCode(200);
        String next = post("/" + drill + "/conclusion", "*", ending)
                .statusCode(200)
                .body("state", equalTo("CONCLUDED"))
                .extract()
                .path("next");
        post("/" + drill + "/findings/" + finding + "/completion", "*", Map.of("text", "List of 3 May"))
                .statusCode(200)
                .body("findings[0].doneBy", equalTo(SECURITY));
        post("/" + drill + "/findings/" + finding + "/completion", "*", Map.of("text", "Again"))
                .statusCode(409)
                .body("code", equalTo("FINDING_DONE_ALREADY"));
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet due = board.await(
                    DeadlineSet.class, fact -> fact.deadlineId().toString().equals(drill));
            assertThat(due.kind()).isEqualTo("DRILL_DUE");
            assertThat(due.title()).doesNotContain("encrypted");
            board.await(DeadlineMet.class, fact -> fact.deadlineId().toString().equals(drill));
            board.await(DeadlineMet.class, fact -> fact.deadlineId().toString().equals(finding));
            DeadlineSet again = board.await(
                    DeadlineSet.class, fact -> fact.deadlineId().toString().equals(next));
            assertThat(again.dueOn()).isAfter(LocalDate.now(ZoneOffset.UTC).plusMonths(5));
            assertThat(board.awaitRecord(
                                    DeadlineSet.class,
                                    fact -> fact.deadlineId().toString().equals(finding))
                            .attribute("drill"))
                    .as("a finding is a task for real")
                    .isEqualTo("false");
        }
        Desk.as(PRIVACY)
                .get("/readiness/drills?state=CONCLUDED&limit=200&entityId=" + ENTITY)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(drill));
    }

    @Test
    void aPlannedDrillIsCancelledWithItsDeadline() {
        String drill = planned();
        post("/" + drill + "/cancellation", "*", Map.of("text", "We move house that week"))
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        post("/" + drill + "/cancellation", "*", Map.of("text", "Again"))
                .statusCode(409)
                .body("code", equalTo("DRILL_BEGUN_ALREADY"));
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            board.await(
                    DeadlineCancelled.class,
                    fact -> fact.deadlineId().toString().equals(drill));
        }
    }

    /** who may not see the exercise is not told which it was. */
    @Test
    void theCaseOfADrillIsHiddenFromWhoMayNotSeeIt() {
        String drill = planned();
        UUID incident = UUID.randomUUID();
        CaseDesk.announceDirectory();
        Routing.open(incident, ENTITY).drill().recusing("pat").send();
        Facts.send(Topic.REPORT, CaseDesk.report(incident, ReportKind.OTHER_CONCERN), ENTITY, true, Envelope.REPORTER);
        CaseDesk.of(incident).awaitOpened();
        post("/" + drill + "/run", "*", Map.of("incident", incident)).statusCode(200);
        Map<String, Object> finding = Map.of(
                "text",
                "A door stood open",
                "owner",
                "SECURITY_OFFICER",
                "dueOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        post("/" + drill + "/findings", "*", finding).statusCode(200).body("findings", hasSize(1));
        Desk.as("pat", PRIVACY)
                .get("/readiness/drills/" + drill)
                .then()
                .statusCode(200)
                .body("incident", nullValue())
                .body("findings", nullValue());
        Desk.as("pat", PRIVACY)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(finding)
                .post("/readiness/drills/" + drill + "/findings")
                .then()
                .statusCode(404);
    }
}
