package org.candor.kit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.trace.CollectorServer.bytes;
import static org.candor.kit.trace.CollectorServer.received;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.UUID;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.TopicProbe;
import org.junit.jupiter.api.Test;

/** One trace from a request through outbox and broker to what the consumer publishes, as a collector receives it. */
@QuarkusTest
@TestProfile(TracesTest.WithACollector.class)
@WithTestResource(CollectorServer.class)
@OnRealPlatform(service = "traced")
class TracesTest {

    public static final class WithACollector implements QuarkusTestProfile {}

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    private final UUID incident = UUID.randomUUID();

    @Test
    void oneTraceGoesFromTheRequestThroughOutboxAndBrokerToTheConsumersOwnOutbox() {
        officer()
                .header("traceparent", traceparent(TRACE))
                .contentType(ContentType.JSON)
                .body(entry(incident, "A narrative"))
                .post("/entries")
                .then()
                .statusCode(201);
        String sent = traceOfTheOpenedCase();
        assertThat(sent).startsWith("00-" + TRACE + "-").doesNotContain(CALLER);

        Facts.send(
                Topic.REPORT, Facts.sample(Topic.REPORT, ReportSubmitted.class, incident), envelope("/intake", sent));
        eventually().untilAsserted(() -> assertThat(traceOfTheReopenedCase()).startsWith("00-" + TRACE + "-"));
        assertThat(traceOfTheReopenedCase()).isNotEqualTo(sent);

        eventually()
                .untilAsserted(() -> assertThat(received())
                        .contains("POST /ledger/entries", "send investigation.case.v1", "process intake.report.v1")
                        .contains("candor-ledger", incident.toString(), bytes(TRACE), bytes(CALLER)));
    }

    @Test
    void aSpanHoldsNothingOfWhoAskedNorOfWhatWasSaid() {
        officer()
                .header("User-Agent", "agent-canary")
                .header("X-Forwarded-For", "198.51.100.77")
                .queryParam("thenFail", "false")
                .queryParam("note", "query-canary")
                .contentType(ContentType.JSON)
                .body(entry(incident, "narrative-canary"))
                .post("/entries")
                .then()
                .statusCode(201);
        eventually().untilAsserted(() -> assertThat(received()).contains(incident.toString()));
        assertThat(received()).doesNotContain("canary", "198.51.100", "127.0.0.1", "privacy-officer", "Bearer");
    }

    @Test
    void nothingOfASendersTraceIsTakenFromWhoMayStayNameless() {
        String own = UUID.randomUUID().toString().replace("-", "");
        given().header("traceparent", traceparent(own))
                .get("/faults/correlation")
                .then()
                .statusCode(200);
        eventually().untilAsserted(() -> assertThat(received()).contains("GET /ledger/faults/correlation"));
        assertThat(received()).doesNotContain(bytes(own));
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-" + CALLER + "-01";
    }

    private String traceOfTheOpenedCase() {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            return probe.awaitRecord(CaseOpened.class, fact -> fact.incidentId().equals(incident))
                    .attribute("traceparent");
        }
    }

    private String traceOfTheReopenedCase() {
        return Database.rows(
                        "select traceparent from outbox where subject = ? and type like '%.case-reopened.v1'",
                        incident.toString())
                .stream()
                .map(row -> row.get("traceparent").toString())
                .findFirst()
                .orElse("");
    }

    private Envelope envelope(String source, String traceparent) {
        return new Envelope(
                UUID.randomUUID(),
                Topic.REPORT.typeOf(ReportSubmitted.class),
                source,
                incident.toString(),
                Instant.now(),
                ENTITY,
                false,
                UUID.randomUUID().toString(),
                Envelope.REPORTER,
                traceparent,
                1);
    }
}
