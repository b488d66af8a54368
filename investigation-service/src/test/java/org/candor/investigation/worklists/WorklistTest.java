package org.candor.investigation.worklists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.ENTITY;
import static org.candor.investigation.Desk.HEAD;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.OfficerRole;
import org.candor.investigation.Desk;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.junit.jupiter.api.Test;

/** What waits for whom. Others' cases lie in the same database: a test looks for its own. */
@QuarkusTest
@OnRealPlatform
class WorklistTest {

    private static ValidatableResponse list(RequestSpecification who, String path) {
        return who.get("/worklists/" + path).then().statusCode(200);
    }

    private static ValidatableResponse found(RequestSpecification who, String words) {
        return searched(who, Map.of("q", words)).statusCode(200);
    }

    private static ValidatableResponse searched(RequestSpecification who, Map<String, Object> request) {
        return who.contentType("application/json")
                .body(request)
                .post("/worklists/search?limit=200")
                .then();
    }

    private static long counted(RequestSpecification who, String phase) {
        return list(who, "counts")
                .extract()
                .<Number>path("find { it.phase == '" + phase + "' }.cases")
                .longValue();
    }

    @Test
    void mineAreThoseInWhichIAmInChargeOrAssigned() {
        String ivy = "ivy-" + UUID.randomUUID();
        UUID incident = UUID.randomUUID();
        Desk inCharge =
                Desk.reported(incident, Routing.open(incident, ENTITY).assigning(OfficerRole.INVESTIGATOR, ivy), false);
        Desk assigned = Desk.reported();
        Database.execute(
                "insert into case_assignment (id, incident_id, person, area, assigned_by, assigned_at)"
                        + " values (?, ?, ?, 'FORENSICS', 'security-officer', now())",
                UUID.randomUUID(),
                assigned.incident,
                ivy);
        Desk.reported();
        list(Desk.as(ivy, "investigator"), "mine")
                .body("items.incidentId", equalTo(List.of(assigned.incident.toString(), inCharge.incident.toString())));
        String next =
                list(Desk.as(ivy, "investigator"), "mine?limit=1").extract().path("next");
        list(Desk.as(ivy, "investigator"), "mine?limit=1&cursor=" + next)
                .body("items.incidentId", equalTo(List.of(inCharge.incident.toString())));
    }

    @Test
    void myTeamsAreThoseOfTheResponseTeamIBelongTo() {
        String ivy = "ivy-" + UUID.randomUUID();
        String moss = "moss-" + UUID.randomUUID();
        Desk desk = Desk.reported();
        for (String person : List.of(ivy, moss)) {
            Database.execute(
                    "insert into response_member values (?, ?, ?, true, '{FORENSICS}', null, 1)",
                    UUID.randomUUID(),
                    ENTITY,
                    person);
        }
        Database.execute(
                "insert into case_assignment (id, incident_id, person, area, assigned_by, assigned_at)"
                        + " values (?, ?, ?, 'FORENSICS', 'security-officer', now())",
                UUID.randomUUID(),
                desk.incident,
                moss);
        list(Desk.as(ivy, "investigator"), "team?limit=200")
                .body("items.incidentId", hasItem(desk.incident.toString()));
        list(Desk.as("nobody-" + ivy, "investigator"), "team").body("items.size()", equalTo(0));
    }

    @Test
    void whatIsOverdueIsListedUntilItIsMet() {
        Desk desk = Desk.reported().triaged(false);
        String task = desk.change(
                        "POST",
                        PRIVACY,
                        "",
                        "/tasks",
                        Map.of(
                                "text", "Ask the vendor to delete",
                                "owner", "PRIVACY_OFFICER",
                                "dueOn", LocalDate.now().plusDays(3).toString()))
                .statusCode(201)
                .extract()
                .path("id");
        list(Desk.as(SECURITY), "overdue").body("deadlineId", not(hasItem(task)));
        Database.execute(
                "update case_deadline set due_on = current_date - 3 where deadline_id = ?", UUID.fromString(task));
        list(Desk.as(SECURITY), "overdue")
                .body("find { it.deadlineId == '" + task + "' }.title", equalTo("Carry out a task"));
        desk.change("POST", PRIVACY, "", "/tasks/" + task + "/completion", Map.of("reason", "Confirmed in writing"))
                .statusCode(200);
        list(Desk.as(SECURITY), "overdue").body("deadlineId", not(hasItem(task)));
    }

    @Test
    void whatWaitsForApprovalIsShownToWhoMayApproveIt() {
        Desk desk = Desk.reported().triaged(true);
        desk.change("POST", SECURITY, "", "/recommendations", Map.of("text", "Encrypt exports"))
                .statusCode(201);
        desk.change(
                        "POST",
                        SECURITY,
                        "/cyber",
                        "/drafts",
                        Map.of("agency", "FBI", "subject", "Extortion", "text", "Servers were encrypted."))
                .statusCode(201);
        String of = "findAll { it.incidentId == '" + desk.incident + "' }.what";
        list(Desk.as(HEAD), "approvals").body(of, equalTo(List.of("recommendation", "agency-report")));
        list(Desk.as(PRIVACY), "approvals").body(of, equalTo(List.of("agency-report")));
        list(Desk.as(SECURITY), "approvals").body(of, equalTo(List.of()));
    }

    /** What the playbook wants approved waits for the security officer, and not for who recorded it. */
    @Test
    void aStepThatAsksForApprovalWaitsForIt() {
        Desk desk = Desk.reported().triaged(false);
        Map<String, Object> alert = Map.of(
                "step", "C-15b",
                "outcome", "DONE",
                "startedAt", Instant.now().minusSeconds(300).toString(),
                "endedAt", Instant.now().minusSeconds(200).toString(),
                "result", "Supervisors told by telephone",
                "deviation", "The accounts were secured by the vendor");
        desk.change("POST", PRIVACY, "", "/steps", alert).statusCode(201);
        String of = "findAll { it.incidentId == '" + desk.incident + "' }.what";
        list(Desk.as(SECURITY), "approvals").body(of, equalTo(List.of("step")));
        list(Desk.as(PRIVACY), "approvals").body(of, equalTo(List.of()));
    }

    /** Policy I.A.2: an exercise runs through the same machine and is in no number. */
    @Test
    void drillsAreInNoListAndNoNumberButTheirOwnLog() {
        long before = counted(Desk.as(PRIVACY), "TRIAGE");
        Desk drill = Desk.drill();
        String id = drill.incident.toString();
        assertThat(counted(Desk.as(PRIVACY), "TRIAGE")).isEqualTo(before);
        Stream.of("mine?limit=200", "team?limit=200")
                .forEach(path -> list(Desk.as(PRIVACY), path).body("items.incidentId", not(hasItem(id))));
        found(Desk.as(PRIVACY), id).body("items.incidentId", not(hasItem(id)));
        list(Desk.as(PRIVACY), "drills?limit=200").body("items.incidentId", hasItem(id));
        drill.get(PRIVACY, "").body("summary.drill", equalTo(true));
    }

    @Test
    void forTheRecusedAnIncidentIsInNoListAndNoNumber() {
        String pat = "pat-" + UUID.randomUUID();
        long before = counted(Desk.as(pat, PRIVACY), "TRIAGE");
        UUID incident = UUID.randomUUID();
        Desk.reported(incident, Routing.open(incident, ENTITY).recusing(pat), false);
        assertThat(counted(Desk.as(pat, PRIVACY), "TRIAGE")).isEqualTo(before);
        assertThat(counted(Desk.as("other-" + pat, PRIVACY), "TRIAGE")).isEqualTo(before + 1);
        found(Desk.as(pat, PRIVACY), incident.toString()).body("items.size()", equalTo(0));
        found(Desk.as("other-" + pat, PRIVACY), incident.toString()).body("items.size()", equalTo(1));
    }

    @Test
    void searchFindsCodesAndNeverWords() {
        Desk desk = Desk.reported().triaged(false);
        found(Desk.as(PRIVACY), desk.incident.toString().substring(0, 13))
                .body("items.incidentId", equalTo(List.of(desk.incident.toString())));
        found(Desk.as(PRIVACY), "case-triaged").body("items.incidentId", hasItem(desk.incident.toString()));
        found(Desk.as(PRIVACY), "Ashgrove").body("items.size()", equalTo(0));
        found(Desk.as(PRIVACY), "%%%").body("items.size()", equalTo(0));
        searched(Desk.as(PRIVACY), Map.of("q", "ab")).statusCode(422);
        searched(Desk.as(PRIVACY), Map.of()).statusCode(422);
    }

    /** Addresses are logged on the way: what somebody types, perhaps a name, is in none. */
    @Test
    void wordsAreSearchedForInNoAddress() {
        Desk.as(PRIVACY).get("/worklists/search?q=case-triaged").then().statusCode(405);
    }

    @Test
    void theMedianOfAPhaseCountsThoseThatHaveEnded() {
        Desk.reported().triaged(false);
        list(Desk.as(PRIVACY), "counts")
                .body("size()", equalTo(7))
                .body("find { it.phase == 'TRIAGE' }.medianTime", notNullValue());
    }
}
