package org.candor.investigation.readiness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.ENTITY;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Who is trained as his role asks for, over HTTP (45 CFR 164.530(b), policy I.A.3.b). */
@QuarkusTest
@OnRealPlatform
class WorkforceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static String fresh(String what) {
        return what + "-" + UUID.randomUUID();
    }

    private static ValidatableResponse send(String method, String role, String path, String ifMatch, Object body) {
        return Desk.as(role)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .request(method, path)
                .then();
    }

    private static ValidatableResponse joined(
            String entity, String person, String department, String role, LocalDate on) {
        return send(
                "PUT",
                SECURITY,
                "/readiness/people/" + person,
                "*",
                Map.of("entityId", entity, "department", department, "role", role, "joinedOn", on.toString()));
    }

    private static void adopted(String entity, String role, String... courses) {
        send(
                        "PUT",
                        SECURITY,
                        "/readiness/curricula/" + role,
                        "*",
                        Map.of("entityId", entity, "courses", List.of(courses), "withinDays", 30))
                .statusCode(200);
    }

    private static ValidatableResponse completed(String entity, String person, String course, LocalDate on) {
        return send(
                "POST",
                SECURITY,
                "/readiness/people/" + person + "/trainings",
                "*",
                Map.of(
                        "entityId",
                        entity,
                        "course",
                        course,
                        "completedOn",
                        on.toString(),
                        "evidence",
                        Map.of("reference", "LMS-0412")));
    }

    private static ValidatableResponse imported(String entity, String what, boolean dryRun, String csv) {
        return Desk.as(SECURITY)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/readiness/imports/" + what + "?entityId=" + entity + "&dryRun=" + dryRun)
                .then();
    }

    private static ValidatableResponse assign(Desk desk, String role, String person, String exception) {
        Map<String, Object> body = new HashMap<>(Map.of("person", person, "area", "FORENSICS"));
        if (exception != null) {
            body.put("exceptionBecause", exception);
        }
        return send("POST", role, "/cases/" + desk.incident + "/assignments", "*", body);
    }

    /** Ready in everything that policy I.A.3.b itself asks for. */
    private static void inTheTeam(String person) {
        send(
                        "PUT",
                        SECURITY,
                        "/readiness/team/" + person,
                        "*",
                        Map.of(
                                "entityId",
                                ENTITY,
                                "active",
                                true,
                                "areas",
                                List.of("FORENSICS"),
                                "authorisedUntil",
                                TODAY.plusYears(1).toString()))
                .statusCode(200);
        send(
                        "POST",
                        SECURITY,
                        "/readiness/trainings",
                        "*",
                        Map.of(
                                "entityId",
                                ENTITY,
                                "person",
                                person,
                                "course",
                                "INCIDENT_RESPONSE",
                                "completedOn",
                                TODAY.minusDays(9).toString(),
                                "validUntil",
                                TODAY.plusYears(1).toString()))
                .statusCode(201);
    }

    /** The answer tells what is due and by when, the board is told of a duty in the name of nobody. */
    @Test
    void whoJoinsHasThirtyDaysAndHisDutyEndsWithTheLastCourse() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY", "SAFEGUARDS");
        joined(entity, ivy, "Utilities", "workforce", TODAY)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("DUE"))
                .body("courses.course", equalTo(List.of("PRIVACY", "SAFEGUARDS")))
                .body("courses[0].dueOn", equalTo(TODAY.plusDays(30).toString()));
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(DeadlineSet.class, fact -> entity.equals(fact.entityId()));
            assertThat(set.incidentId()).isNull();
            assertThat(set.kind()).isEqualTo("TRAINING_NEW_MEMBER");
            assertThat(set.dueOn()).isEqualTo(TODAY.plusDays(30));
            assertThat(set.title()).doesNotContain("ivy");
            completed(entity, ivy, "PRIVACY", TODAY).statusCode(201).body("state", equalTo("DUE"));
            completed(entity, ivy, "SAFEGUARDS", TODAY)
                    .statusCode(201)
                    .body("state", equalTo("COMPLETE"))
                    .body("trainings.evidence.reference", hasItem("LMS-0412"));
            assertThat(board.await(DeadlineMet.class, fact -> fact.deadlineId().equals(set.deadlineId()))
                            .daysLate())
                    .isZero();
        }
    }

    private static void askedSince(String entity, LocalDate day) {
        Database.execute(
                "update curriculum_course set asked_since = ? where curriculum_id in (select id from curriculum where"
                        + " entity_id = ?)",
                day,
                entity);
    }

    private static Map<String, Object> ivy(String entity, LocalDate joinedOn) {
        return Map.of(
                "entityId", entity, "department", "Utilities", "role", "workforce", "joinedOn", joinedOn.toString());
    }

    private static ValidatableResponse stands(String entity, String person) {
        return Desk.as(PRIVACY)
                .get("/readiness/people/" + person + "?entityId=" + entity)
                .then()
                .statusCode(200);
    }

    /** A course that came to the curriculum later does not give those who never did the others more time for them. */
    @Test
    void aNewCourseIsDueFromItsOwnDayAndTheOthersStayDueOnTheirs() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        askedSince(entity, TODAY.minusDays(40));
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusYears(2)).body("state", equalTo("MISSING"));
        adopted(entity, "workforce", "PRIVACY", "SAFEGUARDS");
        stands(entity, ivy)
                .body("courses.state", equalTo(List.of("MISSING", "DUE")))
                .body("courses[0].dueOn", equalTo(TODAY.minusDays(10).toString()))
                .body("courses[1].dueOn", equalTo(TODAY.plusDays(30).toString()));
        Desk.as(PRIVACY)
                .get("/readiness/curricula/workforce?entityId=" + entity)
                .then()
                .body("asked.since", equalTo(List.of(TODAY.minusDays(40).toString(), TODAY.toString())));
    }

    @Test
    void whoLeavesHasNothingToLearnAnyMore() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusDays(2)).statusCode(200);
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(DeadlineSet.class, fact -> entity.equals(fact.entityId()));
            Map<String, Object> left = with(
                    ivy(entity, TODAY.minusDays(2)),
                    "leftOn",
                    TODAY.minusDays(1).toString());
            send("PUT", SECURITY, "/readiness/people/" + ivy, "\"1\"", left).statusCode(200);
            board.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(set.deadlineId()));
        }
        Desk.as(PRIVACY)
                .get("/readiness/people?entityId=" + entity)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    /** A last day that was entered ahead passes without anybody entering anything. */
    @Test
    void aDeadlineEndsWithTheLastDayOfWhomItConcerned() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusDays(2)).statusCode(200);
        Map<String, Object> leaves = with(ivy(entity, TODAY.minusDays(2)), "leftOn", TODAY.toString());
        send("PUT", SECURITY, "/readiness/people/" + ivy, "\"1\"", leaves).statusCode(200);
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(DeadlineSet.class, fact -> entity.equals(fact.entityId()));
            Database.execute("update workforce_person set left_on = ? where entity_id = ?", TODAY.minusDays(1), entity);
            Database.execute(
                    "update readiness_settlement set settled_on = ? where entity_id = ?", TODAY.minusDays(1), entity);
            board.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(set.deadlineId()));
        }
    }

    /** 45 CFR 164.530(b)(2)(i)(B): who comes back has joined; what he learnt before he left does not count any more. */
    @Test
    void whoComesBackIsAskedAgain() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusYears(2)).statusCode(200);
        completed(entity, ivy, "PRIVACY", TODAY.minusDays(90)).body("state", equalTo("COMPLETE"));
        Map<String, Object> left = with(
                ivy(entity, TODAY.minusYears(2)), "leftOn", TODAY.minusDays(60).toString());
        send("PUT", SECURITY, "/readiness/people/" + ivy, "*", left).statusCode(200);
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusDays(3))
                .statusCode(200)
                .body("state", equalTo("DUE"))
                .body("courses[0].dueOn", equalTo(TODAY.plusDays(30).toString()))
                .body("trainings.course", equalTo(List.of("PRIVACY")));
        askedSince(entity, TODAY.minusYears(3));
        stands(entity, ivy).body("courses[0].dueOn", equalTo(TODAY.plusDays(27).toString()));
        for (int days = 10; days < 12; days++) {
            Map<String, Object> leaves = with(
                    ivy(entity, TODAY.minusDays(3)),
                    "leftOn",
                    TODAY.plusDays(days).toString());
            send("PUT", SECURITY, "/readiness/people/" + ivy, "*", leaves)
                    .statusCode(200)
                    .body("state", equalTo("DUE"));
        }
        completed(entity, ivy, "PRIVACY", TODAY.minusDays(1)).body("state", equalTo("COMPLETE"));
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusYears(2)).body("state", equalTo("COMPLETE"));
    }

    @Test
    void whoComesBackInAnotherRoleHasHisDaysFromThenOn() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        askedSince(entity, TODAY.minusYears(3));
        joined(entity, ivy, "Utilities", "clerk", TODAY.minusYears(2)).statusCode(200);
        Map<String, Object> left = with(
                with(ivy(entity, TODAY.minusYears(2)), "role", "clerk"),
                "leftOn",
                TODAY.minusDays(60).toString());
        send("PUT", SECURITY, "/readiness/people/" + ivy, "*", left).statusCode(200);
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusDays(3))
                .statusCode(200)
                .body("courses[0].dueOn", equalTo(TODAY.plusDays(27).toString()));
    }

    /** More time or less moves the deadline that stands on the board. */
    @Test
    void anotherNumberOfDaysMovesTheAnnouncedDeadline() {
        String entity = fresh("clinic");
        adopted(entity, "workforce", "PRIVACY");
        joined(entity, fresh("ivy"), "Utilities", "workforce", TODAY).statusCode(200);
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(DeadlineSet.class, fact -> entity.equals(fact.entityId()));
            Map<String, Object> longer = Map.of("entityId", entity, "courses", List.of("PRIVACY"), "withinDays", 60);
            send("PUT", SECURITY, "/readiness/curricula/workforce", "*", longer).statusCode(200);
            DeadlineSet moved = board.await(
                    DeadlineSet.class,
                    fact -> entity.equals(fact.entityId()) && TODAY.plusDays(60).equals(fact.dueOn()));
            assertThat(moved.deadlineId()).isEqualTo(set.deadlineId());
        }
    }

    /** Who has been here for years and is given another role has the days of that role from today on. */
    @Test
    void anotherRoleBeginsItsOwnDays() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "field-crew", "SAFEGUARDS");
        askedSince(entity, TODAY.minusYears(1));
        joined(entity, ivy, "Utilities", "clerk", TODAY.minusYears(9)).body("state", nullValue());
        joined(entity, ivy, "Utilities", "field-crew", TODAY.minusYears(9))
                .statusCode(200)
                .body("state", equalTo("DUE"))
                .body("courses[0].dueOn", equalTo(TODAY.plusDays(30).toString()));
    }

    /** The acceptance of the policy: a lapsed training blocks, its completion or a reasoned exception opens again. */
    @Test
    void aLapsedTrainingBlocksAnAssignment() {
        String ivy = fresh("ivy");
        String role = fresh("role");
        Desk desk = Desk.reported().triaged(false);
        inTheTeam(ivy);
        adopted(ENTITY, role, "SAFEGUARDS");
        joined(ENTITY, ivy, "Utilities", role, TODAY.minusYears(3)).statusCode(200);
        LocalDate done = TODAY.minusDays(400);
        String code = "curriculum.SAFEGUARDS.lapsed." + done.plusMonths(12);
        completed(ENTITY, ivy, "SAFEGUARDS", done).statusCode(201).body("state", equalTo("LAPSED"));

        assign(desk, SECURITY, ivy, null)
                .statusCode(409)
                .body("code", equalTo("TRAINING_LAPSED"))
                .body("title", containsString("Record its completion"))
                .body("missing", equalTo(List.of(code)));
        assign(desk, SECURITY, ivy, "Nobody else knows this system").statusCode(403);
        assign(desk, HEAD, ivy, "Nobody else knows this system")
                .statusCode(201)
                .body("excepted", equalTo(List.of(code)))
                .body("exceptedBy", equalTo(HEAD));
        desk.get(PRIVACY, "/timeline")
                .body(
                        "entries.find { it.kind == 'training-excepted' }.reason",
                        equalTo("Nobody else knows this system"));

        Desk other = Desk.reported().triaged(false);
        completed(ENTITY, ivy, "SAFEGUARDS", TODAY.minusDays(2)).statusCode(201).body("state", equalTo("COMPLETE"));
        assign(other, SECURITY, ivy, null).statusCode(201).body("excepted", nullValue());
    }

    /** What policy I.A.3.b itself asks for is waived by nobody. */
    @Test
    void noExceptionOpensAffectedSystemsToTheUntrained() {
        Desk desk = Desk.reported().triaged(false);
        String ivy = fresh("ivy");
        assign(desk, HEAD, ivy, "He is the only one here")
                .statusCode(409)
                .body("code", equalTo("NOT_READY"))
                .body("missing", hasItem("member"));
    }

    /** An installation that lists its people but never adopted a curriculum goes on as before. */
    @Test
    void withoutACurriculumNobodyIsBlocked() {
        String ivy = fresh("ivy");
        Desk desk = Desk.reported().triaged(false);
        inTheTeam(ivy);
        joined(ENTITY, ivy, "Utilities", fresh("role"), TODAY.minusYears(3))
                .statusCode(200)
                .body("state", nullValue());
        assign(desk, SECURITY, ivy, null).statusCode(201);
    }

    /** 45 CFR 164.530(b)(2)(i)(C); the whole time is left although the change is recorded after it would have passed. */
    @Test
    void aChangedPolicyAsksAgainWhoLearntItBefore() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        adopted(entity, "workforce", "PRIVACY");
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusYears(1)).statusCode(200);
        completed(entity, ivy, "PRIVACY", TODAY.minusDays(20)).body("state", equalTo("COMPLETE"));
        Map<String, Object> change = Map.of(
                "entityId",
                entity,
                "policy",
                "4-I",
                "effectiveOn",
                TODAY.minusDays(15).toString(),
                "courses",
                List.of("PRIVACY"),
                "withinDays",
                14);
        send("POST", PRIVACY, "/readiness/policy-changes", "*", change)
                .statusCode(201)
                .body("dueOn", equalTo(TODAY.plusDays(14).toString()));
        send("POST", PRIVACY, "/readiness/policy-changes", "*", with(change, "courses", List.of("JUGGLING")))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_COURSE"));
        Desk.as(PRIVACY)
                .get("/readiness/policy-changes?limit=1&entityId=" + entity)
                .then()
                .body("items.policy", equalTo(List.of("4-I")))
                .body("next", nullValue());
        Desk.as(PRIVACY)
                .get("/readiness/people/" + ivy + "?entityId=" + entity)
                .then()
                .statusCode(200)
                .body("state", equalTo("DUE"));
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(
                    DeadlineSet.class,
                    fact -> entity.equals(fact.entityId()) && fact.kind().equals("TRAINING_POLICY_CHANGE"));
            completed(entity, ivy, "PRIVACY", TODAY.minusDays(1)).body("state", equalTo("COMPLETE"));
            board.await(DeadlineMet.class, fact -> fact.deadlineId().equals(set.deadlineId()));
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    @Test
    void aListIsCheckedRowByRowBeforeAndTakenWhenItIsSaid() {
        String entity = fresh("clinic");
        String ivy = fresh("ivy");
        String kim = fresh("kim");
        String people =
                """
                person,department,role,joined_on,left_on
                %s,Utilities,workforce,%s,
                %s,Clinic,workforce,last week,
                %s,"=Clinic, east",workforce,%s,%s
                ,Clinic,workforce,%s,
                %s,Clinic,workforce,%s,
                """.formatted(ivy, TODAY, fresh("x"), kim, TODAY.minusYears(2), TODAY.minusYears(3), TODAY, ivy, TODAY);
        imported(entity, "people", true, people)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(1))
                .body("refused", equalTo(4))
                .body("rows.line", equalTo(List.of(2, 3, 4, 5, 6)))
                .body("rows.result", equalTo(List.of("ADDED", "REFUSED", "REFUSED", "REFUSED", "REFUSED")))
                .body("rows[1].code", equalTo("NO_ISO_DAY"))
                .body("rows[1].column", equalTo("joined_on"))
                .body("rows[2].code", equalTo("LEFT_BEFORE_JOINING"))
                .body("rows[3].code", equalTo("MISSING"))
                .body("rows[4].code", equalTo("TWICE"));
        Desk.as(PRIVACY)
                .get("/readiness/people/" + ivy + "?entityId=" + entity)
                .then()
                .statusCode(404);
        imported(entity, "people", false, people).statusCode(200).body("added", equalTo(1));
        imported(entity, "people", false, people.replace("Utilities", "Water"))
                .statusCode(200)
                .body("changed", equalTo(1));
        imported(entity, "people", false, people.replace("Utilities", "Water"))
                .body("unchanged", equalTo(1))
                .body("changed", equalTo(0));
        imported(entity, "people", true, "name,first\na,b\n").statusCode(422).body("code", equalTo("UNREADABLE_LIST"));

        String trainings = """
                person,course,completed_on,valid_until,evidence
                %s,PRIVACY,%s,,LMS-1
                %s,JUGGLING,%s,,
                %s,PRIVACY,%s,,
                """.formatted(ivy, TODAY.minusDays(3), ivy, TODAY, fresh("stranger"), TODAY);
        imported(entity, "trainings", true, trainings).body("added", equalTo(1)).body("refused", equalTo(2));
        imported(entity, "trainings", false, trainings)
                .body("rows[1].code", equalTo("UNKNOWN_COURSE"))
                .body("rows[2].code", equalTo("UNKNOWN_PERSON"));
        imported(entity, "trainings", false, trainings)
                .body("unchanged", equalTo(1))
                .body("added", equalTo(0));
        Desk.as(PRIVACY)
                .get("/readiness/people/" + ivy + "?entityId=" + entity)
                .then()
                .statusCode(200)
                .body("department", equalTo("Water"))
                .body("trainings.course", equalTo(List.of("PRIVACY")));
    }

    @Test
    void aDepartmentIsReportedInNumbersAndByPersonToItsManagerToo() {
        String entity = fresh("clinic");
        adopted(entity, "workforce", "PRIVACY");
        String ivy = "a-" + fresh("ivy");
        String kim = "b-" + fresh("kim");
        joined(entity, ivy, "Utilities", "workforce", TODAY.minusYears(2)).statusCode(200);
        joined(entity, kim, "Clinic", "workforce", TODAY.minusYears(2)).statusCode(200);
        completed(entity, ivy, "PRIVACY", TODAY.minusDays(400)).body("state", equalTo("LAPSED"));
        completed(entity, kim, "PRIVACY", TODAY.minusDays(1)).body("state", equalTo("COMPLETE"));
        String report = "/readiness/report?entityId=" + entity;
        Desk.as(PRIVACY)
                .get(report)
                .then()
                .statusCode(200)
                .body("catalogue", equalTo("2026-1"))
                .body("departments.department", equalTo(List.of("Clinic", "Utilities")))
                .body("departments.complete", equalTo(List.of(1, 0)))
                .body("departments.lapsed", equalTo(List.of(0, 1)));
        Desk.as(PRIVACY)
                .get("/readiness/report.csv?entityId=" + entity)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("Utilities," + ivy + ",workforce,"))
                .body(containsString(",PRIVACY,LAPSED,"));
        String manager =
                Tokens.subject("mo").roles("manager").department("Clinic").signed();
        given().auth()
                .oauth2(manager)
                .get(report + "&department=Utilities")
                .then()
                .statusCode(200)
                .body("departments.size()", equalTo(0));
        given().auth()
                .oauth2(manager)
                .get("/readiness/report.csv?entityId=" + entity)
                .then()
                .body(containsString(kim))
                .body(not(containsString(ivy)));
        String list = "/readiness/people?limit=1&entityId=" + entity;
        String next = Desk.as(PRIVACY)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.person", equalTo(List.of(ivy)))
                .body("items[0].trainings", nullValue())
                .extract()
                .path("next");
        Desk.as(PRIVACY)
                .get(list + "&cursor=" + next)
                .then()
                .body("items.person", equalTo(List.of(kim)))
                .body("next", nullValue());
        Desk.as(PRIVACY)
                .get("/readiness/people?state=LAPSED&entityId=" + entity)
                .then()
                .body("items.person", equalTo(List.of(ivy)));
    }

    @Test
    void nobodyOverwritesWhatHeHasNotSeenVouchesForHimselfOrLooksIntoAnotherEntity() {
        String entity = fresh("clinic");
        Map<String, Object> curriculum = Map.of("entityId", entity, "courses", List.of("PRIVACY"), "withinDays", 30);
        String path = "/readiness/curricula/workforce";
        send("PUT", SECURITY, path, "\"0\"", curriculum).statusCode(200).header("ETag", equalTo("\"1\""));
        send("PUT", SECURITY, path, "\"0\"", curriculum).statusCode(412);
        send("PUT", SECURITY, path, "\"1\"", with(curriculum, "courses", List.of("JUGGLING")))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_COURSE"));
        Desk.as(PRIVACY)
                .get(path + "?entityId=" + entity)
                .then()
                .statusCode(200)
                .body("courses", equalTo(List.of("PRIVACY")));
        Desk.as(PRIVACY)
                .get("/readiness/curricula?entityId=" + entity)
                .then()
                .body("role", equalTo(List.of("workforce")));
        joined(entity, SECURITY, "Utilities", "workforce", TODAY)
                .statusCode(403)
                .body("code", equalTo("OWN_READINESS"));
        imported(
                        entity,
                        "people",
                        false,
                        "person,department,role,joined_on\n%s,Utilities,workforce,%s\n".formatted(SECURITY, TODAY))
                .statusCode(200)
                .body("rows[0].code", equalTo("OWN_READINESS"));
        send(
                        "PUT",
                        PRIVACY,
                        "/readiness/people/" + SECURITY,
                        "*",
                        Map.of(
                                "entityId",
                                entity,
                                "department",
                                "Utilities",
                                "role",
                                "workforce",
                                "joinedOn",
                                TODAY.toString()))
                .statusCode(200);
        completed(entity, SECURITY, "PRIVACY", TODAY).statusCode(403).body("code", equalTo("OWN_READINESS"));
        completed(entity, fresh("stranger"), "PRIVACY", TODAY).statusCode(404);
        String elsewhere =
                Tokens.subject("pat").roles(PRIVACY).entities("other-city").signed();
        for (String foreign : List.of("people", "curricula", "report", "policy-changes", "drills")) {
            given().auth()
                    .oauth2(elsewhere)
                    .get("/readiness/" + foreign + "?entityId=" + entity)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void theCatalogueIsReadWithItsVersion() {
        Desk.as("manager")
                .get("/readiness/catalogue")
                .then()
                .statusCode(200)
                .body("version", equalTo("2026-1"))
                .body("topics.code", hasItem("MEDIA_DISPOSAL"))
                .body("proposals.role", hasItem("workforce"));
    }
}
