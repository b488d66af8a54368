package org.candor.kit.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.candor.kit.ledger.Calls.publish;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.candor.events.ReportEvent.ReportRouted;
import org.candor.events.Topic;
import org.candor.kit.ledger.AtOnce;
import org.candor.test.Broker;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.Management;
import org.candor.test.MutableClock;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens around the service: the database or the broker goes away, time goes by, somebody looks at the gauges. */
@QuarkusTest
@OnRealPlatform
class OperationTest {

    @Inject
    MutableClock clock;

    private final UUID incident = UUID.randomUUID();

    @AfterEach
    void restore() {
        clock.reset();
        Database.restore();
        Broker.restore();
    }

    @Test
    void whileTheDatabaseIsAwayEveryRequestIs503AndAfterwardsTheServiceRecoversByItself() {
        post(entry(incident, "Before")).then().statusCode(201);
        Database.cut();
        for (int i = 0; i < 3; i++) {
            isUnavailable(post(entry(incident, "During")));
            isUnavailable(officer().get("/entries"));
            isUnavailable(publish(incident, 0, 2, false));
        }
        Database.restore();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> post(entry(incident, "After")).then().statusCode(201));
        assertThat(Database.number("select count(*) from ledger_entry where incident_id = ?", incident))
                .isEqualTo(2);
        assertThat(Database.number("select count(*) from outbox where subject = ?", incident.toString()))
                .isEqualTo(2);
    }

    @Test
    void requestsThatAreCutOffInTheMiddleLeaveNothingHalfStored() {
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> keyed(i).statusCode(), AtOnce.THREADS))
                .toList();
        await().until(() -> Database.number("select count(*) from ledger_entry where incident_id = ?", incident) > 3);
        Database.cut();
        List<Integer> statuses = requests.stream().map(CompletableFuture::join).toList();
        Database.restore();
        assertThat(statuses).allSatisfy(status -> assertThat(status).isIn(201, 503));

        // What was answered with 503 may have been committed; the retry with the same key tells.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> IntStream.range(0, 40)
                        .forEach(i -> assertThat(keyed(i).statusCode()).isEqualTo(201)));
        assertThat(Database.number("select count(*) from ledger_entry where incident_id = ?", incident))
                .isEqualTo(40);
        assertThat(Database.number("select count(*) from outbox where subject = ?", incident.toString()))
                .isEqualTo(40);
    }

    @Test
    void readinessStaysUpWithTheBrokerAwayAndGoesDownWithTheDatabaseAway() {
        Broker.cut();
        publish(incident, 0, 1, false).then().statusCode(204);
        eventually()
                .untilAsserted(() -> ready().then()
                        .statusCode(200)
                        .body("status", equalTo("UP"))
                        .body("checks.find { it.name == 'broker' }.data.answers", equalTo(false)));
        Broker.restore();
        eventually()
                .untilAsserted(
                        () -> ready().then().body("checks.find { it.name == 'broker' }.data.answers", equalTo(true)));

        Database.cut();
        eventually().untilAsserted(() -> ready().then().statusCode(503).body("status", equalTo("DOWN")));
        Management.get("/q/health/live").then().statusCode(200);
        Database.restore();
        eventually().untilAsserted(() -> ready().then().statusCode(200));
    }

    @Test
    void theGaugesShowWhatWaits() {
        Facts.send(Topic.REPORT, new ReportRouted(incident, ENTITY, List.of(), "first"), ENTITY);
        Facts.sendRaw(Topic.REPORT, incident.toString(), "{".getBytes(UTF_8), Map.of());
        eventually().until(() -> waits(incident) == 2);
        Broker.cut();
        publish(incident, 0, 7, false).then().statusCode(204);
        clock.advance(Duration.ofMinutes(10));

        eventually().untilAsserted(() -> {
            assertThat(gauge("candor_outbox_depth"))
                    .isEqualTo(Database.number("select count(*) from outbox where sent_at is null"))
                    .isGreaterThanOrEqualTo(7);
            assertThat(gauge("candor_outbox_age_seconds")).isBetween(600d, 900d);
            assertThat(gauge("candor_clock_offset_seconds")).isBetween(590d, 610d);
            assertThat(gauge("candor_inbox_waiting"))
                    .isEqualTo(Database.number("select count(*) from inbox where applied_at is null"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(gauge("candor_inbox_waiting_age_seconds")).isGreaterThanOrEqualTo(600);
            assertThat(gauge("candor_dead_letters"))
                    .isEqualTo(Database.number("select count(*) from dead_letter where replayed_at is null"))
                    .isGreaterThanOrEqualTo(1);
        });
        Broker.restore();
        eventually().untilAsserted(() -> {
            assertThat(gauge("candor_outbox_depth")).isZero();
            assertThat(gauge("candor_outbox_age_seconds")).isZero();
        });
        assertThat(gauge("candor_disk_free_bytes")).isPositive().isLessThanOrEqualTo(gauge("candor_disk_size_bytes"));
        assertThat(metrics())
                .contains("http_server_requests_seconds_count", "kafka_consumer_fetch_manager_records_lag");
    }

    @Test
    void housekeepingRemovesWhatHasDoneItsWorkAndNothingElse() {
        UUID waiting = UUID.randomUUID();
        Facts.send(Topic.REPORT, new ReportRouted(waiting, ENTITY, List.of(), "first"), ENTITY);
        Facts.sendRaw(Topic.REPORT, waiting.toString(), "{".getBytes(UTF_8), Map.of());
        keyed(0).then().statusCode(201);
        Facts.send(
                Topic.REPORT,
                Facts.sample(Topic.REPORT, org.candor.events.ReportEvent.ReportSubmitted.class, incident),
                ENTITY);
        eventually().until(() -> sent() == 2 && applied() == 1 && answers() == 1 && waits(waiting) == 2);

        clock.advance(Duration.ofDays(34));
        keyed(1).then().statusCode(201);
        eventually().until(() -> sent() == 3);
        clock.advance(Duration.ofDays(2));
        eventually().until(() -> applied() == 0);

        eventually().untilAsserted(() -> {
            assertThat(sent()).isEqualTo(1);
            assertThat(answers()).isEqualTo(1);
        });
        assertThat(waits(waiting)).isEqualTo(2);
        assertThat(Database.number("select count(*) from ledger_entry where incident_id = ?", incident))
                .isEqualTo(2);
    }

    private long sent() {
        return Database.number(
                "select count(*) from outbox where subject = ? and sent_at is not null", incident.toString());
    }

    private long applied() {
        return Database.number("select count(*) from inbox where subject = ?", incident.toString());
    }

    private long answers() {
        return Database.number("select count(*) from idempotent_answer where request_key like ?", "%" + incident);
    }

    /** The waiting fact and the open dead letter. */
    private static long waits(UUID key) {
        return Database.number("select count(*) from inbox where subject = ?", key.toString())
                + Database.number("select count(*) from dead_letter where record_key = ?", key.toString());
    }

    private Response keyed(int number) {
        return officer()
                .header("Idempotency-Key", number + "-" + incident)
                .contentType(ContentType.JSON)
                .body(entry(incident, "Narrative " + number))
                .post("/entries");
    }

    private static void isUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("UNAVAILABLE"));
    }

    private static Response ready() {
        return Management.get("/q/health/ready");
    }

    /** Not a number until it was measured for the first time. */
    private static double gauge(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String metrics() {
        return Management.get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
