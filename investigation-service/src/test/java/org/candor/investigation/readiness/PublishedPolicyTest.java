package org.candor.investigation.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Envelope;
import org.candor.events.ProgrammeEvent.PolicyPublished;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** A new version of a policy, as audit-service tells of it, and who is trained again after it (45 CFR 164.530(b)(2)(i)(C)). */
@QuarkusTest
@OnRealPlatform
class PublishedPolicyTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String entity = "clinic-" + UUID.randomUUID();
    private final String ivy = "ivy-" + UUID.randomUUID();
    private final UUID policy = UUID.randomUUID();

    private static ValidatableResponse send(String method, String path, String ifMatch, Object body) {
        return Desk.as(SECURITY)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .request(method, "/readiness" + path)
                .then();
    }

    private void trainedIn(String course) {
        send(
                        "PUT",
                        "/curricula/workforce",
                        "*",
                        Map.of("entityId", entity, "courses", List.of(course), "withinDays", 30))
                .statusCode(200);
        Map<String, Object> person = Map.of(
                "entityId",
                entity,
                "department",
                "Clinic",
                "role",
                "workforce",
                "joinedOn",
                TODAY.minusYears(1).toString());
        send("PUT", "/people/" + ivy, "*", person).statusCode(200);
        completed(course, TODAY.minusDays(9)).body("state", equalTo("COMPLETE"));
    }

    private ValidatableResponse completed(String course, LocalDate on) {
        return send(
                        "POST",
                        "/people/" + ivy + "/trainings",
                        "*",
                        Map.of("entityId", entity, "course", course, "completedOn", on.toString()))
                .statusCode(201);
    }

    private void published(long number, LocalDate effectiveOn) {
        Facts.send(
                Topic.PROGRAMME,
                new PolicyPublished(policy, entity, "SEC-04", number, effectiveOn, "0".repeat(64)),
                entity);
    }

    private ValidatableResponse changes() {
        return Desk.as(PRIVACY)
                .get("/readiness/policy-changes?entityId=" + entity)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse stands() {
        return Desk.as(PRIVACY)
                .get("/readiness/people/" + ivy + "?entityId=" + entity)
                .then()
                .statusCode(200);
    }

    private DeadlineSet deadline(TopicProbe board) {
        return board.await(
                DeadlineSet.class,
                fact -> entity.equals(fact.entityId()) && fact.kind().equals("TRAINING_POLICY_CHANGE"));
    }

    /** Told twice, by whatever went wrong on the way, it asks once; the whole time is left although its day has passed. */
    @Test
    void aNewVersionAsksAgainWhoLearntItBefore() {
        trainedIn("PRIVACY");
        published(1, TODAY.minusYears(1));
        published(2, TODAY.minusDays(4));
        published(2, TODAY.minusDays(4));
        published(3, TODAY.plusDays(1));
        await().atMost(SOON).untilAsserted(() -> changes().body("items.version.sort()", equalTo(List.of(2, 3))));
        changes()
                .body("items[0].policy", equalTo("SEC-04"))
                .body("items[0].courses", equalTo(List.of("PRIVACY")))
                .body("items[0].recordedBy", equalTo("system"))
                .body("items[0].dueOn", equalTo(TODAY.plusDays(30).toString()))
                .body("items[1].dueOn", equalTo(TODAY.plusDays(31).toString()));
        stands().body("state", equalTo("DUE"))
                .body("courses[0].dueOn", equalTo(TODAY.plusDays(30).toString()));
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = board.await(
                    DeadlineSet.class,
                    fact -> entity.equals(fact.entityId()) && TODAY.plusDays(30).equals(fact.dueOn()));
            assertThat(set.kind()).isEqualTo("TRAINING_POLICY_CHANGE");
            completed("PRIVACY", TODAY);
            board.await(DeadlineMet.class, fact -> fact.deadlineId().equals(set.deadlineId()));
        }
    }

    /** A replay or a restore gives nobody more time than he was told of. */
    @Test
    void theDaysRunFromTheOneOnWhichItWasTold() {
        trainedIn("PRIVACY");
        Instant told = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
        PolicyPublished second = new PolicyPublished(policy, entity, "SEC-04", 2, TODAY.minusDays(8), "0".repeat(64));
        Facts.send(
                Topic.PROGRAMME,
                second,
                new Envelope(
                        UUID.randomUUID(),
                        Topic.PROGRAMME.typeOf(PolicyPublished.class),
                        "/audit",
                        second.subject(),
                        told,
                        entity,
                        false,
                        UUID.randomUUID().toString(),
                        Envelope.SYSTEM,
                        "",
                        0));
        String dueOn = told.atZone(ZoneOffset.UTC).toLocalDate().plusDays(30).toString();
        await().atMost(SOON).untilAsserted(() -> changes().body("items.dueOn", equalTo(List.of(dueOn))));
    }

    /** The organisation says which courses teach a policy, and how long its people have. */
    @Test
    void theOrganisationSaysWhatTeachesAPolicyAndByWhenItIsLearnt() {
        trainedIn("SAFEGUARDS");
        Map<String, Object> setting = Map.of("entityId", entity, "courses", List.of("SAFEGUARDS"), "withinDays", 14);
        send("PUT", "/policies/SEC-04", "\"0\"", setting).statusCode(200);
        send("PUT", "/policies/SEC-04", "\"0\"", setting).statusCode(412);
        send(
                        "PUT",
                        "/policies/SEC-04",
                        "*",
                        Map.of("entityId", entity, "courses", List.of("JUGGLING"), "withinDays", 1))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_COURSE"));
        Desk.as(PRIVACY)
                .get("/readiness/policies?entityId=" + entity)
                .then()
                .body("policy", equalTo(List.of("SEC-04")));
        Desk.as(PRIVACY)
                .get("/readiness/policies/SEC-04?entityId=" + entity)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("withinDays", equalTo(14));
        published(2, TODAY);
        await().atMost(SOON)
                .untilAsserted(() -> stands().body(
                                "courses[0].dueOn", equalTo(TODAY.plusDays(14).toString())));
    }

    /** Not every new version changes anybody's duties; who says so is kept. */
    @Test
    void aChangeThatIsNotMaterialIsTakenBack() {
        trainedIn("PRIVACY");
        published(2, TODAY);
        try (TopicProbe board = TopicProbe.on(Topic.CASE)) {
            DeadlineSet set = deadline(board);
            String change = changes().extract().path("items[0].id");
            Map<String, Object> body = Map.of("entityId", entity);
            send("POST", "/policy-changes/" + UUID.randomUUID() + "/withdrawal", "*", body)
                    .statusCode(404);
            for (int time = 0; time < 2; time++) {
                send("POST", "/policy-changes/" + change + "/withdrawal", "*", body)
                        .statusCode(200)
                        .body("withdrawnBy", equalTo(SECURITY));
            }
            board.await(DeadlineCancelled.class, fact -> fact.deadlineId().equals(set.deadlineId()));
        }
        stands().body("state", equalTo("COMPLETE"));
        changes().body("items[0].withdrawnBy", equalTo(SECURITY));
    }

    @Test
    void aPolicyThatNoCourseTeachesAsksNothingOfAnybody() {
        trainedIn("PRIVACY");
        send("PUT", "/policies/SEC-04", "*", Map.of("entityId", entity, "courses", List.of(), "withinDays", 14))
                .statusCode(200);
        published(2, TODAY);
        // Another policy of the same entity comes behind it on the same partition or another: both are waited for.
        Facts.send(
                Topic.PROGRAMME,
                new PolicyPublished(UUID.randomUUID(), entity, "PRIV-01", 2, TODAY, "0".repeat(64)),
                entity);
        await().atMost(SOON).untilAsserted(() -> changes().body("items.policy", equalTo(List.of("PRIV-01"))));
        changes().body("next", nullValue());
    }
}
