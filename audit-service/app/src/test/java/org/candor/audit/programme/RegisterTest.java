package org.candor.audit.programme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.events.AccessEvent.AccessRecorded;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.Cost;
import org.candor.events.CaseEvent.CostKind;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.Tokens;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G-12, G-13, G-15, G-19, A-04, A-05, A-13, A-14: over HTTP. */
@QuarkusTest
@OnRealPlatform(service = "audit_later", separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class RegisterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MutableClock clock;

    private final String clinic = "Clinic " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void onTheLastDayOfAugust() {
        clock.set(Instant.parse("2026-08-31T15:00:00Z"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void sixMonthsAfterTheLastDayOfAugustIsTheLastOfFebruary() {
        Response duty = enter("SAFEGUARD_ASSESSMENT", Map.of("dueOn", "2026-09-15"));
        duty.then()
                .statusCode(201)
                .body("department", equalTo(clinic))
                .body("every", equalTo("P6M"))
                .body("role", equalTo("PRIVACY_OFFICER"))
                .body("citations", hasItem("45 CFR 164.530(c)(1)"))
                .body("retainUntil", nullValue())
                .body("commands", hasItem("complete"));
        complete(duty, Map.of("evidence", "ASSESSMENT_REPORT", "note", "All rooms walked through"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2027-02-28"))
                .body("lastDoneOn", equalTo("2026-08-31"))
                .body("state", equalTo("OPEN"))
                .body("rounds", hasSize(1))
                .body("rounds[0].daysLate", equalTo(0))
                .body("rounds[0].doneBy", equalTo("security-officer"))
                .body("rounds[0].note", equalTo("All rooms walked through"));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            List<DeadlineSet> sets = probe.awaitRecords(DeadlineSet.class, this::isOurs, 2).stream()
                    .map(seen -> (DeadlineSet) seen.fact())
                    .toList();
            assertThat(sets)
                    .extracting(DeadlineSet::dueOn)
                    .containsExactlyInAnyOrder(LocalDate.parse("2026-09-15"), LocalDate.parse("2027-02-28"));
            assertThat(sets).allSatisfy(set -> {
                assertThat(set.kind()).isEqualTo("SAFEGUARD_ASSESSMENT");
                assertThat(set.incidentId()).isNull();
                assertThat(set.role()).isEqualTo(OfficerRole.PRIVACY_OFFICER);
                assertThat(set.citation()).contains("own policy: every six months");
            });
            DeadlineMet met = probe.await(
                    DeadlineMet.class,
                    done -> sets.stream().anyMatch(set -> set.deadlineId().equals(done.deadlineId())));
            assertThat(met.metOn()).isEqualTo(LocalDate.parse("2026-08-31"));
            assertThat(met.daysLate()).isZero();
        }
    }

    @Test
    void aFindingBecomesATaskWithADayOfItsOwn() {
        Response duty = enter("SAFEGUARD_ASSESSMENT", Map.of("dueOn", "2026-09-15"));
        String key = UUID.randomUUID().toString();
        Response finding = find(duty, key);
        finding.then()
                .statusCode(201)
                .body("kind", equalTo("FINDING"))
                .body("parentId", equalTo(duty.path("dutyId")))
                .body("dueOn", equalTo("2026-09-30"))
                .body("person", equalTo("robin"))
                .body("note", equalTo("The bin at the front desk has no lock"));
        assertThat(find(duty, key).<String>path("dutyId")).isEqualTo(finding.path("dutyId"));
        as("auditor")
                .get("/programme/duties?parentId=" + duty.path("dutyId"))
                .then()
                .body("items.dutyId", contains(finding.<String>path("dutyId")))
                .body("items[0].note", nullValue());
        bearer(Tokens.as("robin", "workforce"))
                .get("/programme/duties?limit=200")
                .then()
                .body("items.dutyId", hasItem(finding.<String>path("dutyId")))
                .body("items.person", everyItem(equalTo("robin")));
        complete(finding, Map.of("evidence", "REMEDY")).then().statusCode(200).body("state", equalTo("DONE"));
        complete(
                        as("security-officer").get("/programme/duties/" + finding.path("dutyId")),
                        Map.of("evidence", "REMEDY"))
                .then()
                .statusCode(409)
                .body("code", equalTo("DUTY_NOT_OPEN"));
        assertThat(Database.number(
                        "select count(*) from programme.duty where duty_id = ? and length(note) > 0"
                                + " and position(convert_to('front desk', 'UTF8') in note) = 0",
                        UUID.fromString(finding.path("dutyId"))))
                .isOne();
    }

    @Test
    void showsWhatIsDueThisMonthAndWhatIsLate() {
        String dutyId =
                enter("WORKPLACE_INSPECTION", Map.of("dueOn", "2026-09-30")).path("dutyId");
        String due = "/programme/duties?limit=200&when=THIS_MONTH&department=" + clinic;
        String late = "/programme/duties?limit=200&when=LATE&department=" + clinic;
        as("administrator").get(due).then().body("items", empty());
        clock.set(Instant.parse("2026-09-01T15:00:00Z"));
        as("administrator").get(due).then().body("items.dutyId", contains(dutyId));
        as("administrator").get(late).then().body("items", empty());
        clock.set(Instant.parse("2026-10-02T15:00:00Z"));
        as("administrator").get(due).then().body("items", empty());
        as("administrator")
                .get(late)
                .then()
                .body("items.dutyId", contains(dutyId))
                .body("items[0].daysLate", equalTo(2));
        as("auditor")
                .get("/programme/duties.csv?when=LATE&department=" + clinic)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString(dutyId + "," + Story.CITY + ",WORKPLACE_INSPECTION"));
        try (TopicProbe probe = TopicProbe.on(Topic.ACCESS)) {
            probe.await(
                    AccessRecorded.class,
                    access -> access.action().equals("export-duties")
                            && access.filter().contains(clinic));
        }
    }

    @Test
    void everybodyFindsHisOwnAndAManagerHisDepartments() {
        String dutyId = enter("ACCESS_REVIEW", Map.of("dueOn", "2026-09-30", "person", "kim"))
                .path("dutyId");
        String path = "/programme/duties/" + dutyId;
        bearer(Tokens.as("kim", "workforce")).get(path).then().statusCode(200);
        as("workforce").get(path).then().statusCode(404);
        bearer(manager(clinic)).get(path).then().statusCode(200);
        bearer(manager("Another")).get(path).then().statusCode(404);
        String elsewhere =
                Tokens.subject("x").roles("privacy-officer").entities("clinic").signed();
        bearer(elsewhere).get(path).then().statusCode(404);
        bearer(elsewhere).get("/programme/duties?limit=200").then().body("items.dutyId", not(hasItem(dutyId)));
        Response seen = bearer(manager(clinic)).get(path);
        post(bearer(manager("Another")), seen, "/complete", Map.of("evidence", "REVIEW_RECORD"))
                .then()
                .statusCode(404);
        post(bearer(Tokens.as("looks", "auditor", "manager")), seen, "/complete", Map.of("evidence", "REVIEW_RECORD"))
                .then()
                .statusCode(404);
        post(bearer(manager(clinic)), seen, "/complete", Map.of("evidence", "REVIEW_RECORD"))
                .then()
                .statusCode(200);
        post(bearer(manager(clinic)), seen, "/complete", Map.of("evidence", "REVIEW_RECORD"))
                .then()
                .statusCode(412);
        as("auditor")
                .get("/programme/log?kind=ACCESS_REVIEW&department=" + clinic)
                .then()
                .body("items.dutyId", contains(dutyId))
                .body("items.evidence", contains("REVIEW_RECORD"));
        as("auditor").get("/programme/log?department=Nobody").then().body("items", empty());
    }

    @Test
    void anInspectionIsNotDoneWithoutItsCheckList() {
        Response duty = enter("WORKPLACE_INSPECTION", Map.of("dueOn", "2026-09-30"));
        duty.then().body("commands", contains("cancel", "assign", "findings", "files"));
        complete(duty, Map.of("evidence", "CHECKLIST"))
                .then()
                .statusCode(409)
                .body("code", equalTo("CHECKLIST_REQUIRED"))
                .body("errors[0].message", equalTo("/audit/programme/locations/{locationId}/inspections"));
        post(as("security-officer"), duty, "/cancel", Map.of("reason", "That place was given up"))
                .then()
                .statusCode(200);
    }

    /** the Privacy Officer enforces, helped by somebody, up to dismissal; he whom it is against knows nothing. */
    @Test
    void whoACaseIsAgainstNeverFindsIt() {
        enforcing("privacy-officer", Map.of("note", "Against nobody"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AGAINST_WHOM"));
        enforcing("privacy-officer", Map.of("against", "privacy-officer"))
                .then()
                .statusCode(422);
        enforcing("privacy-officer", Map.of("against", "sam", "person", "sam"))
                .then()
                .statusCode(422);
        enforcing("privacy-officer", Map.of("against", "sam", "department", clinic))
                .then()
                .statusCode(422);
        entering("ACCESS_REVIEW", Map.of("against", "sam")).then().statusCode(422);
        Response opened = enforcing(
                "privacy-officer", Map.of("against", "sam", "person", "helper", "note", "Read records without need"));
        opened.then()
                .statusCode(201)
                .body("against", equalTo("sam"))
                .body("title", equalTo("Decide on a case of enforcement"));
        String dutyId = opened.path("dutyId");
        String path = "/programme/duties/" + dutyId;
        bearer(Tokens.as("helper", "workforce")).get(path).then().statusCode(200);
        for (String role : List.of("workforce", "security-officer", "auditor", "administrator")) {
            RequestSpecification sam = bearer(Tokens.as("sam", role));
            sam.get(path).then().statusCode(404);
            bearer(Tokens.as("sam", role))
                    .get("/programme/duties?limit=200&kind=ENFORCEMENT&state=ALL")
                    .then()
                    .body("items.dutyId", not(hasItem(dutyId)));
        }
        post(bearer(Tokens.as("sam", "privacy-officer")), opened, "/complete", Map.of("evidence", "NO_VIOLATION"))
                .then()
                .statusCode(404);
        post(as("privacy-officer"), opened, "/assign", Map.of("role", "PRIVACY_OFFICER", "person", "sam"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AGAINST_WHOM"));
        find(opened, UUID.randomUUID().toString(), "sam").then().statusCode(422).body("code", equalTo("AGAINST_WHOM"));
        complete(opened, Map.of("evidence", "DISMISSED"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("documentId"));
        String letter = as("privacy-officer")
                .multiPart("file", "letter.txt", ("Letter " + clinic).getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(path + "/files")
                .path("documentId");
        bearer(Tokens.as("sam", "auditor")).get("/documents/" + letter).then().statusCode(404);
        bearer(Tokens.as("sam", "auditor"))
                .get("/retention/documents/" + letter)
                .then()
                .statusCode(404);
        as("auditor").get("/documents/" + letter).then().statusCode(200);
        complete(opened, Map.of("evidence", "DISMISSED", "documentId", letter))
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"));
        bearer(Tokens.as("sam", "auditor"))
                .get("/programme/log?kind=ENFORCEMENT&limit=200")
                .then()
                .body("items.dutyId", not(hasItem(dutyId)));
    }

    /** He may read the board, and its mail may be for him. */
    @Test
    void theBoardIsToldNothingOfACaseNorOfItsFinding() {
        Response opened = enforcing("privacy-officer", Map.of("against", "sam"));
        Response finding = find(opened, UUID.randomUUID().toString());
        finding.then().statusCode(201).body("against", equalTo("sam"));
        post(as("privacy-officer"), finding, "/assign", Map.of("role", "PRIVACY_OFFICER", "person", "helper"))
                .then()
                .statusCode(200);
        Response assigned = as("privacy-officer").get("/programme/duties/" + finding.path("dutyId"));
        post(as("privacy-officer"), assigned, "/cancel", Map.of("reason", "Nothing came of it"))
                .then()
                .statusCode(200);
        complete(opened, Map.of("evidence", "NO_VIOLATION"))
                .then()
                .statusCode(200)
                .body("retainUntil", equalTo("2032-08-31"));
        String due = "/retention/registers?limit=200&until=2032-08-31";
        as("auditor").get(due).then().body("items.recordId", hasItem(opened.<String>path("dutyId")));
        bearer(Tokens.as("sam", "auditor"))
                .get(due)
                .then()
                .statusCode(200)
                .body("items.recordId", not(hasItem(opened.<String>path("dutyId"))));
        as("privacy-officer")
                .get("/programme/duties?limit=200&kind=ENFORCEMENT&state=ALL")
                .then()
                .body("items.dutyId", hasItem(opened.<String>path("dutyId")));
        enter("INTERNAL_AUDIT", Map.of("dueOn", "2026-12-01"));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            probe.await(DeadlineSet.class, this::isOurs);
            List<String> hidden = List.of("ENFORCEMENT", "\"sam\"", firstDeadline(opened), firstDeadline(finding));
            assertThat(probe.records().stream()
                            .map(seen -> new String(seen.data(), StandardCharsets.UTF_8))
                            .filter(told -> hidden.stream().anyMatch(told::contains)))
                    .isEmpty();
        }
    }

    private static String firstDeadline(Response duty) {
        String round = "programme-duty/" + duty.path("dutyId") + "/1";
        return UUID.nameUUIDFromBytes(round.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** G-19: a cost that nobody foresaw is asked for by the incident that it comes from, and decided. */
    @Test
    void whoMayNotSeeAnIncidentDoesNotFindWhatItCost() {
        Story story = Story.triaged();
        String retention = "/retention/" + story.incidentId();
        await().atMost(PATIENCE)
                .until(() -> as("security-officer").get(retention).statusCode() == 200);
        Map<String, Object> cost = Map.of(
                "incidentId",
                story.incidentId(),
                "cost",
                Map.of("amount", 4000.5, "currency", "USD"),
                "note",
                "Scanners");
        entering("INTERNAL_AUDIT", cost).then().statusCode(422).body("errors.field", hasItem("incidentId"));
        entering("BUDGET_REQUEST", Map.of("incidentId", UUID.randomUUID()))
                .then()
                .statusCode(404);
        Response asked = enter("BUDGET_REQUEST", cost);
        asked.then()
                .body("incidentId", equalTo(story.incidentId().toString()))
                .body("role", equalTo("ADMINISTRATOR"))
                .body("cost.amount", equalTo(4000.5f))
                .body("cost.currency", equalTo("USD"))
                .body("incidentCosts", empty());
        String dutyId = asked.path("dutyId");
        String paper = as("security-officer")
                .multiPart("file", "offer.txt", ("Offer " + clinic).getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/programme/duties/" + dutyId + "/files")
                .path("documentId");
        Routing.open(story.incidentId(), Story.CITY).recusing("pat").version(2).send();
        await().atMost(PATIENCE)
                .until(() -> bearer(Tokens.as("pat", "auditor", "administrator"))
                                .get(retention)
                                .statusCode()
                        == 404);
        bearer(Tokens.as("pat", "auditor", "administrator"))
                .get("/programme/duties/" + dutyId)
                .then()
                .statusCode(404);
        bearer(Tokens.as("pat", "auditor", "administrator"))
                .get("/programme/duties?department=" + clinic)
                .then()
                .body("items", empty());
        bearer(Tokens.as("pat", "auditor")).get("/documents/" + paper).then().statusCode(404);
        as("auditor").get("/documents/" + paper).then().statusCode(200);
        post(as("administrator"), asked, "/complete", Map.of("evidence", "REALLOCATED", "note", "From training"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"));
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet set = probe.await(DeadlineSet.class, this::isCost);
            assertThat(set.incidentId()).isEqualTo(story.incidentId());
            probe.await(DeadlineMet.class, met -> story.incidentId().equals(met.incidentId()));
        }
    }

    /** G-19, F-06: what a case told of its cost, once it was closed the last time. */
    @Test
    void aRequestShowsWhatItsIncidentCost() {
        Story story = Story.triaged();
        Map<String, Object> ofIt = Map.of("incidentId", story.incidentId());
        await().atMost(PATIENCE).until(() -> entering("BUDGET_REQUEST", ofIt).statusCode() != 404);
        String duty = "/programme/duties/"
                + as("security-officer")
                        .get("/programme/duties?department=" + clinic)
                        .path("items[0].dutyId");
        closed(story, new Cost(CostKind.MONEY, 10_000, "USD"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> as("administrator").get(duty).then().body("incidentCosts.amount", contains(100.0f)));
        closed(story, new Cost(CostKind.WORK_HOURS, 6_450, null), new Cost(CostKind.MONEY, 820_000, "USD"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as("administrator").get(duty).then().body("incidentCosts.amount", contains(8200.0f, 64.5f)));
        as("administrator")
                .get(duty)
                .then()
                .body("incidentCosts.kind", contains("MONEY", "WORK_HOURS"))
                .body("incidentCosts.currency", contains("USD", null));
        closed(story);
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("administrator").get(duty).then().body("incidentCosts", empty()));
    }

    @Test
    void anAmountIsOneInACurrencyThatThereIs() {
        Map<String, Object> dollars = Map.of("cost", Map.of("amount", 12, "currency", "USD"));
        entering("INTERNAL_AUDIT", dollars).then().statusCode(422).body("errors.field", contains("cost"));
        refusesCost(Map.of("amount", 12, "currency", "ZZZ"), "/cost/currency");
        refusesCost(Map.of("amount", 12), "/cost/currency");
        refusesCost(Map.of("amount", 0, "currency", "USD"), "/cost/amount");
        refusesCost(Map.of("amount", 1.005, "currency", "USD"), "/cost/amount");
        enter("BUDGET_REQUEST", dollars).then().body("cost.amount", equalTo(12.0f));
    }

    private void refusesCost(Map<String, Object> cost, String field) {
        entering("BUDGET_REQUEST", Map.of("cost", cost)).then().statusCode(422).body("errors.field", contains(field));
    }

    private static void closed(Story story, Cost... costs) {
        Facts.send(
                Topic.CASE,
                new CaseClosed(
                        story.incidentId(),
                        LocalDate.parse("2026-08-30"),
                        Instant.parse("2026-08-30T15:00:00Z"),
                        List.of(costs)),
                Story.CITY);
    }

    @Test
    void aDrillCostsNothing() {
        UUID drill = UUID.randomUUID();
        Routing.open(drill, Story.CITY).drill().send();
        Map<String, Object> cost = Map.of("incidentId", drill);
        await().atMost(PATIENCE).until(() -> entering("BUDGET_REQUEST", cost).statusCode() != 404);
        entering("BUDGET_REQUEST", cost)
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_FIELD"))
                .body("errors.field", contains("incidentId"));
    }

    private boolean isCost(DeadlineSet set) {
        return isOurs(set) && set.kind().equals("BUDGET_REQUEST");
    }

    /** Shredding daily, or later with a reason; outside only with the contractor's paper. */
    @Test
    void takesDestructionDailyOrWithAReason() {
        Response bin = enter("DESTRUCTION", Map.of("department", clinic));
        bin.then().body("every", equalTo("P1D")).body("dueOn", equalTo("2026-09-01"));
        complete(bin, Map.of("evidence", "CONTRACTOR_CERTIFICATE"))
                .then()
                .statusCode(422)
                .body("code", equalTo("EVIDENCE_NOT_TAKEN"));
        complete(bin, Map.of("evidence", "SHREDDED_IN_HOUSE", "nextDueOn", "2026-09-04"))
                .then()
                .statusCode(422)
                .body("code", equalTo("NEXT_NOT_ALLOWED"));
        byte[] paper = ("Certificate for " + clinic).getBytes(StandardCharsets.UTF_8);
        String path = "/programme/duties/" + bin.path("dutyId");
        String documentId = as("privacy-officer")
                .multiPart("file", "certificate.txt", paper, "text/plain")
                .post(path + "/files")
                .then()
                .statusCode(201)
                .body("sha256", notNullValue())
                .extract()
                .path("documentId");
        complete(
                        bin,
                        Map.of(
                                "evidence",
                                "CONTRACTOR_CERTIFICATE",
                                "documentId",
                                documentId,
                                "nextDueOn",
                                "2026-09-04",
                                "reason",
                                "The contractor comes on Fridays; the bin is sealed and locked away"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2026-09-04"))
                .body("rounds[0].sha256", notNullValue())
                .body("rounds[0].reason", containsString("Fridays"));
        assertThat(as("auditor").get(path + "/files/" + documentId).asByteArray())
                .isEqualTo(paper);
        as("workforce").get(path + "/files/" + documentId).then().statusCode(404);
    }

    @Test
    void refusesWhatTheKindDoesNotAllow() {
        entering("NO_SUCH_KIND", Map.of()).then().statusCode(422).body("code", equalTo("UNKNOWN_KIND"));
        entering("POLICY_REVIEW", Map.of()).then().statusCode(409).body("code", equalTo("KEPT_ELSEWHERE"));
        entering("FINDING", Map.of()).then().statusCode(409).body("code", equalTo("KEPT_ELSEWHERE"));
        entering("SAFEGUARD_ASSESSMENT", Map.of("every", "P1Y"))
                .then()
                .statusCode(422)
                .body("code", equalTo("INTERVAL_NOT_ALLOWED"));
        entering("SAFEGUARD_ASSESSMENT", Map.of("dueOn", "2027-03-02"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("dueOn"));
        entering("SAFEGUARD_ASSESSMENT", Map.of("every", "P3M"))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-11-30"));
        entering("SAFEGUARD_ASSESSMENT", Map.of()).then().statusCode(409).body("code", equalTo("DUTY_EXISTS"));
    }

    @Test
    void endsUndoneWithAReasonAndGoesToSomebodyElse() {
        Response duty = enter(
                "INTERNAL_AUDIT",
                Map.of("dueOn", "2026-12-01", "note", "Scope: releases of records", "department", clinic));
        post(as("security-officer"), duty, "/assign", Map.of("role", "ADMINISTRATOR", "person", "robin"))
                .then()
                .statusCode(200)
                .body("role", equalTo("ADMINISTRATOR"))
                .body("version", equalTo(1));
        Response now = as("security-officer").get("/programme/duties/" + duty.path("dutyId"));
        post(as("security-officer"), now, "/cancel", Map.of("reason", "The office was closed"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("rounds[0].outcome", equalTo("CANCELLED"))
                .body("rounds[0].reason", equalTo("The office was closed"))
                .body("commands", empty());
        try (TopicProbe probe = TopicProbe.on(Topic.PROGRAMME)) {
            DeadlineSet anew =
                    probe.await(DeadlineSet.class, set -> isOurs(set) && set.role() == OfficerRole.ADMINISTRATOR);
            probe.await(
                    DeadlineCancelled.class, cancelled -> cancelled.deadlineId().equals(anew.deadlineId()));
            assertThat(probe.records())
                    .noneSatisfy(seen -> assertThat(new String(seen.data(), StandardCharsets.UTF_8))
                            .containsAnyOf("office was closed", "releases of records", "robin"));
        }
    }

    @Test
    void importsAListAndSaysBeforehandWhatWouldComeOfIt() {
        String rows = "kind,subject,department,dueOn,every\n"
                + "SAFEGUARD_ASSESSMENT," + clinic + ",,2027-02-28,\n"
                + "DESTRUCTION,Bin 1," + clinic + ",,\n"
                + "DESTRUCTION,Bin 1," + clinic + ",,\n"
                + "SAFEGUARD_ASSESSMENT,=cmd," + clinic + ",,\n"
                + "SAFEGUARD_ASSESSMENT,Other," + clinic + ",2027-02-30,\n"
                + "SAFEGUARD_ASSESSMENT,Third," + clinic + ",,P2Y\n"
                + "DESTRUCTION,Bin 2, Bin 3," + clinic + ",,\n";
        for (boolean dryRun : new boolean[] {true, true, false}) {
            importing(rows, dryRun)
                    .then()
                    .statusCode(200)
                    .body("dryRun", equalTo(dryRun))
                    .body("created", equalTo(2))
                    .body("unchanged", equalTo(1))
                    .body("refused", equalTo(4))
                    .body("rows[3].column", equalTo("subject"))
                    .body("rows[4].column", equalTo("dueOn"))
                    .body("rows[4].line", equalTo(6))
                    .body("rows[5].column", equalTo("every"))
                    .body("rows[6].why", containsString("quotes"));
        }
        importing(rows, false).then().body("created", equalTo(0)).body("unchanged", equalTo(3));
        as("auditor").get("/programme/duties?department=" + clinic).then().body("items", hasSize(2));
        for (String broken : List.of("kind,what\nX,Y\n", "kind,subject,colour\nX,Y,Z\n")) {
            importing(broken, false).then().statusCode(422).body("code", equalTo("UNREADABLE_ROWS"));
        }
        importing("kind,subject\nDESTRUCTION,Bin 2\n\"DESTRUCTION,Bin 3\n", false)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("line 3"));
    }

    @Test
    void policiesStandAmongTheDutiesAndAreReviewedAtTheirOwnPlace() {
        String code = "SEC-" + clinic.substring(7);
        Map<String, Object> first = new HashMap<>();
        first.put("title", "Reporting of incidents");
        first.put("wording", "Whoever notices something tells the officer at once.");
        first.put("effectiveOn", "2026-08-31");
        first.put("leaders", List.of("Security Officer"));
        first.put("references", List.of());
        first.put("sections", List.of("164.316"));
        first.put("externalIds", List.of("02.f"));
        String policyId = as("security-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "entityId",
                        Story.CITY,
                        "code",
                        code,
                        "kind",
                        "POLICY",
                        "nextReviewOn",
                        "2027-08-31",
                        "first",
                        first))
                .post("/policies")
                .path("policyId");
        Response duty = as("security-officer").get("/programme/duties/" + policyId);
        duty.then()
                .statusCode(200)
                .body("kind", equalTo("POLICY_REVIEW"))
                .body("subject", equalTo(code))
                .body("dueOn", equalTo("2027-08-31"))
                .body("commands", empty());
        complete(duty, Map.of("evidence", "REVIEW_RECORD"))
                .then()
                .statusCode(409)
                .body("code", equalTo("KEPT_ELSEWHERE"));
    }

    private boolean isOurs(DeadlineSet set) {
        return set.title().contains(clinic);
    }

    private static String manager(String department) {
        return Tokens.subject("manager").roles("manager").department(department).signed();
    }

    private Response enter(String kind, Map<String, Object> more) {
        Response entered = entering(kind, more);
        entered.then().statusCode(201);
        return entered;
    }

    private Response entering(String kind, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("entityId", Story.CITY);
        body.put("kind", kind);
        body.put("subject", clinic);
        body.putIfAbsent("department", clinic);
        return as("security-officer").contentType(ContentType.JSON).body(body).post("/programme/duties");
    }

    private Response enforcing(String role, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("entityId", Story.CITY, "kind", "ENFORCEMENT", "subject", "Case " + clinic));
        return as(role).contentType(ContentType.JSON).body(body).post("/programme/duties");
    }

    private static Response complete(Response seen, Map<String, Object> body) {
        return post(as("security-officer"), seen, "/complete", body);
    }

    private static Response post(RequestSpecification who, Response seen, String what, Map<String, Object> body) {
        return who.header("If-Match", seen.header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/programme/duties/" + seen.path("dutyId") + what);
    }

    private static Response find(Response seen, String key) {
        return find(seen, key, "robin");
    }

    private static Response find(Response seen, String key, String person) {
        return as("security-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("note", "The bin at the front desk has no lock", "person", person))
                .post("/programme/duties/" + seen.path("dutyId") + "/findings");
    }

    private static Response importing(String rows, boolean dryRun) {
        return as("security-officer")
                .contentType("text/csv")
                .body(rows)
                .post("/programme/duties-import?entityId=" + Story.CITY + "&dryRun=" + dryRun);
    }

    private static RequestSpecification as(String role) {
        return bearer(Tokens.of(role));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }
}
