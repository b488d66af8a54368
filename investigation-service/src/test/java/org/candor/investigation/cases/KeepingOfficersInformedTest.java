package org.candor.investigation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.cases.CaseDesk.HEAD;
import static org.candor.investigation.cases.CaseDesk.PRIVACY;
import static org.candor.investigation.cases.CaseDesk.SECURITY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Approvals, updates to officers, and what happens when nobody does anything (policy I.D.2). */
@QuarkusTest
@OnRealPlatform
class KeepingOfficersInformedTest {

    private static final Map<String, String> REASON = Map.of("reason", "As agreed by telephone");

    @Test
    void whatNeedsApprovalIsApprovedBySomebodyElse() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        String entry = desk.post(SECURITY, "/steps", CaseDesk.done("C-17", 0))
                .statusCode(201)
                .body("missing", hasItem("step.C-17.approval"))
                .extract()
                .path("id");
        desk.post(SECURITY, "/steps/" + entry + "/approval", REASON)
                .statusCode(403)
                .body("code", equalTo("OWN_STEP"));
        desk.post(HEAD, "/steps/" + entry + "/approval", REASON)
                .statusCode(200)
                .body("missing", not(hasItem("step.C-17.approval")));
        desk.post(HEAD, "/steps/" + entry + "/approval", REASON)
                .statusCode(409)
                .body("code", equalTo("STEP_APPROVED_ALREADY"));
        desk.get(PRIVACY, "")
                .body("steps[0].approval.approvedBy", equalTo(HEAD))
                .body("steps[0].approval.note", equalTo("As agreed by telephone"));
        assertThat(Database.number("select count(*) from step_approval where entry_id = ?", UUID.fromString(entry)))
                .isEqualTo(1);
    }

    /** Of two who approve the same version at once, one is told that it has changed. */
    @Test
    void ofTwoApprovalsOfTheSameStepOneIsTaken() {
        CaseDesk desk = CaseDesk.reported(ReportKind.SECURITY_INCIDENT).triaged(false, true, false);
        String entry = desk.post(PRIVACY, "/steps", CaseDesk.done("C-17", 0))
                .statusCode(201)
                .extract()
                .path("id");
        String etag = desk.etag();
        List<CompletableFuture<Integer>> both = Stream.of(HEAD, SECURITY)
                .map(role -> CompletableFuture.supplyAsync(
                        () -> desk.send("POST", role, "/steps/" + entry + "/approval", REASON, etag)
                                .extract()
                                .statusCode()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void anUpdateToAnOfficerIsAnEntry() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        desk.post(SECURITY, "/updates", Map.of("informed", "PRIVACY_OFFICER", "text", "Two lists, not one"))
                .statusCode(200);
        desk.get(PRIVACY, "/timeline")
                .body("entries.find { it.kind == 'officer-informed' }.reference", equalTo("PRIVACY_OFFICER"))
                .body("entries.find { it.kind == 'officer-informed' }.reason", containsString("Two lists"));
    }

    /** A case on which nobody works gets a deadline; whatever a person does next meets it. */
    @Test
    void aQuietCaseBecomesADeadlineUntilSomebodyWorksOnIt() {
        CaseDesk desk = CaseDesk.reported(ReportKind.BREACH);
        Instant fiveDaysAgo = Instant.now().minus(Duration.ofDays(5));
        Database.execute(
                "update case_file set worked_at = ? where incident_id = ?",
                java.sql.Timestamp.from(fiveDaysAgo),
                desk.incident);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            DeadlineSet quiet = cases.await(
                    DeadlineSet.class,
                    fact -> desk.incident.equals(fact.incidentId())
                            && fact.kind().equals("CASE_IDLE"));
            assertThat(quiet.dueAt())
                    .isBetween(
                            fiveDaysAgo.plus(Duration.ofDays(7)).minusSeconds(1),
                            fiveDaysAgo.plus(Duration.ofDays(7)).plusSeconds(1));
            assertThat(quiet.zone()).isEqualTo("America/Chicago");
            desk.get(PRIVACY, "").body("summary.idleDueAt", notNullValue());
            desk.refreshed()
                    .post(PRIVACY, "/updates", Map.of("informed", "SECURITY_OFFICER", "text", "We go on"))
                    .statusCode(200);
            assertThat(cases.await(DeadlineMet.class, fact -> fact.deadlineId().equals(quiet.deadlineId()))
                            .daysLate())
                    .isZero();
        }
        desk.get(PRIVACY, "").body("summary.idleDueAt", nullValue());
    }

    /** A case that can't be noted does not hold back those that wait behind it. */
    @Test
    void aQuietCaseThatCannotBeNotedLeavesTheOthersAlone() {
        CaseDesk broken = CaseDesk.reported(ReportKind.BREACH);
        CaseDesk healthy = CaseDesk.reported(ReportKind.BREACH);
        Database.execute(
                "insert into legal_entity (entity_id, name, time_zone) values ('nowhere', 'Nowhere', 'No/Zone')");
        Instant quietSince = Instant.now().minus(Duration.ofDays(5));
        Database.execute(
                "update case_file set worked_at = ?, entity_id = 'nowhere' where incident_id = ?",
                java.sql.Timestamp.from(quietSince.minus(Duration.ofDays(1))),
                broken.incident);
        Database.execute(
                "update case_file set worked_at = ? where incident_id = ?",
                java.sql.Timestamp.from(quietSince),
                healthy.incident);
        try (TopicProbe cases = TopicProbe.on(Topic.CASE)) {
            cases.await(
                    DeadlineSet.class,
                    fact -> healthy.incident.equals(fact.incidentId())
                            && fact.kind().equals("CASE_IDLE"));
            assertThat(Database.number(
                            "select count(*) from case_file where incident_id = ? and idle_due_at is null",
                            broken.incident))
                    .isEqualTo(1);
            // Once its zone can be read, it is noted too.
            Database.execute("update legal_entity set time_zone = 'America/Chicago' where entity_id = 'nowhere'");
            cases.await(
                    DeadlineSet.class,
                    fact -> broken.incident.equals(fact.incidentId())
                            && fact.kind().equals("CASE_IDLE"));
        }
    }
}
