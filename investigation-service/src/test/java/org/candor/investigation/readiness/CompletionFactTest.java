package org.candor.investigation.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.CaseEvent.TrainingCompleted;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.OnRealPlatform;
import org.candor.test.Seen;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** What the other services are told of a completed course: what it was and when, and not by whom. */
@QuarkusTest
@OnRealPlatform
class CompletionFactTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String REFERENCE = "LMS-0412";

    private final String entity = "clinic-" + UUID.randomUUID();
    private final String ivy = "ivy-" + UUID.randomUUID();

    @Test
    void aCompletionIsToldOnceAndInTheNameOfNobody() {
        joined();
        String key = UUID.randomUUID().toString();
        completed(key, "PRIVACY", TODAY.minusDays(3)).statusCode(201);
        completed(key, "PRIVACY", TODAY.minusDays(3)).statusCode(201);
        String list = """
                person,course,completed_on,valid_until,evidence
                %1$s,PRIVACY,%2$s,,%3$s
                %1$s,SAFEGUARDS,%4$s,%5$s,%3$s
                %1$s,SAFEGUARDS,%4$s,%5$s,%3$s
                """.formatted(ivy, TODAY.minusDays(3), REFERENCE, TODAY.minusDays(2), TODAY.plusDays(90));
        imported(true, list).body("added", equalTo(1));
        imported(false, list).body("added", equalTo(1)).body("unchanged", equalTo(2));
        imported(false, list).body("added", equalTo(0)).body("unchanged", equalTo(3));
        completed(UUID.randomUUID().toString(), "INCIDENT_RESPONSE", TODAY).statusCode(201);

        List<Seen> told = told("INCIDENT_RESPONSE");
        assertThat(told.stream().map(CompletionFactTest::withoutId))
                .containsExactlyInAnyOrder(
                        fact("PRIVACY", TODAY.minusDays(3), TODAY.minusDays(3).plusMonths(12)),
                        fact("SAFEGUARDS", TODAY.minusDays(2), TODAY.plusDays(90)),
                        fact("INCIDENT_RESPONSE", TODAY, TODAY.plusMonths(12)));
        assertThat(told)
                .allSatisfy(record -> assertThat(record.toString()).doesNotContain(ivy, REFERENCE))
                .allSatisfy(record -> assertThat(record.attribute("actor")).isEqualTo(SECURITY));
    }

    /** Everything that the entity's completions told until the last of them. */
    private List<Seen> told(String lastCourse) {
        try (TopicProbe topic = TopicProbe.on(Topic.CASE)) {
            topic.await(
                    TrainingCompleted.class,
                    fact -> entity.equals(fact.entityId()) && fact.course().equals(lastCourse));
            return topic.records().stream()
                    .filter(record -> record.fact() instanceof TrainingCompleted fact && entity.equals(fact.entityId()))
                    .toList();
        }
    }

    private TrainingCompleted fact(String course, LocalDate on, LocalDate until) {
        return new TrainingCompleted(null, entity, course, "2026-1", on, until);
    }

    private static TrainingCompleted withoutId(Seen record) {
        TrainingCompleted fact = (TrainingCompleted) record.fact();
        assertThat(record.key()).isEqualTo(fact.trainingId().toString());
        return new TrainingCompleted(
                null, fact.entityId(), fact.course(), fact.catalogue(), fact.completedOn(), fact.validUntil());
    }

    private void joined() {
        Desk.as(SECURITY)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of(
                        "entityId",
                        entity,
                        "department",
                        "Utilities",
                        "role",
                        "workforce",
                        "joinedOn",
                        TODAY.minusYears(1).toString()))
                .put("/readiness/people/" + ivy)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse completed(String key, String course, LocalDate on) {
        return Desk.as(SECURITY)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of(
                        "entityId",
                        entity,
                        "course",
                        course,
                        "completedOn",
                        on.toString(),
                        "evidence",
                        Map.of("reference", REFERENCE)))
                .post("/readiness/people/" + ivy + "/trainings")
                .then();
    }

    private ValidatableResponse imported(boolean dryRun, String list) {
        return Desk.as(SECURITY)
                .contentType("text/csv")
                .body(list.getBytes(UTF_8))
                .post("/readiness/imports/trainings?entityId=" + entity + "&dryRun=" + dryRun)
                .then()
                .statusCode(200);
    }
}
