package org.candor.investigation.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.investigation.Desk.PRIVACY;
import static org.candor.investigation.Desk.SECURITY;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.Topic;
import org.candor.investigation.Desk;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** Five thousand people: the most that one list holds. */
@QuarkusTest
@OnRealPlatform
class LargeRollTest {

    private static final int PEOPLE = 5000;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** A few seconds on a machine of its own; it is shared. */
    private static final Duration SECONDS = Duration.ofSeconds(30);

    private final String entity = "city-" + UUID.randomUUID();

    private ValidatableResponse imported(String what, String header, String row) {
        String csv = IntStream.range(0, PEOPLE)
                .mapToObj(number -> row.formatted("%s-%04d".formatted(entity, number)))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        return timely(() -> Desk.as(SECURITY)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/readiness/imports/" + what + "?dryRun=false&entityId=" + entity)
                .then()
                .statusCode(200)
                .body("refused", equalTo(0)));
    }

    private interface Work {
        ValidatableResponse done();
    }

    private static ValidatableResponse timely(Work work) {
        Instant from = Instant.now();
        ValidatableResponse done = work.done();
        assertThat(Duration.between(from, Instant.now())).isLessThan(SECONDS);
        return done;
    }

    @Test
    void fiveThousandPeopleAreTakenAskedAndToldAsOne() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong slowest = new AtomicLong();
        Thread somebodyElse = Thread.ofPlatform().start(() -> ask(over, slowest));
        imported("people", "person,department,role,joined_on", "%s,Utilities,workforce," + TODAY.minusYears(2))
                .body("added", equalTo(PEOPLE));
        timely(() -> Desk.as(SECURITY)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("entityId", entity, "courses", List.of("PRIVACY", "SAFEGUARDS"), "withinDays", 30))
                .put("/readiness/curricula/workforce")
                .then()
                .statusCode(200));
        try (TopicProbe board = TopicProbe.on(Topic.CASE).within(Duration.ofSeconds(60))) {
            DeadlineSet set = board.await(DeadlineSet.class, fact -> entity.equals(fact.entityId()));
            imported("trainings", "person,course,completed_on", "%s,PRIVACY," + TODAY)
                    .body("added", equalTo(PEOPLE));
            imported("trainings", "person,course,completed_on", "%s,SAFEGUARDS," + TODAY)
                    .body("added", equalTo(PEOPLE));
            board.await(DeadlineMet.class, fact -> fact.deadlineId().equals(set.deadlineId()));
            assertThat(board.records().stream()
                            .filter(seen ->
                                    seen.fact() instanceof DeadlineSet other && entity.equals(other.entityId())))
                    .hasSize(1);
        }
        imported("people", "person,department,role,joined_on", "%s,Water,workforce," + TODAY.minusYears(2))
                .body("changed", equalTo(PEOPLE));
        reads();
        over.set(true);
        somebodyElse.join();
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(Duration.ofSeconds(3));
    }

    private void reads() {
        timely(() -> Desk.as(PRIVACY)
                .get("/readiness/report?entityId=" + entity)
                .then()
                .statusCode(200)
                .body("departments.complete", equalTo(List.of(PEOPLE))));
        timely(() -> Desk.as(PRIVACY)
                .get("/readiness/people?limit=200&state=DUE&entityId=" + entity)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0)));
        String next = timely(() -> Desk.as(PRIVACY)
                        .get("/readiness/people?limit=200&entityId=" + entity)
                        .then()
                        .statusCode(200))
                .extract()
                .path("next");
        timely(() -> Desk.as(PRIVACY)
                .get("/readiness/people?limit=200&entityId=" + entity + "&cursor=" + next)
                .then()
                .body("items[0].person", equalTo(entity + "-0200")));
    }

    /** Meanwhile somebody else is answered. */
    private static void ask(AtomicBoolean over, AtomicLong slowest) {
        while (!over.get()) {
            long from = System.nanoTime();
            Desk.as(PRIVACY).get("/readiness/catalogue").then().statusCode(200);
            slowest.accumulateAndGet(System.nanoTime() - from, Math::max);
        }
    }
}
