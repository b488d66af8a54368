package org.candor.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.candor.kit.inbox.InboxTest.effects;
import static org.candor.kit.inbox.InboxTest.submitted;
import static org.candor.kit.ledger.Calls.ENTITY;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.Topic;
import org.candor.kit.outbox.EventJson;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** During an upgrade a service hears producers of the next version, whose contracts have grown by addition. */
@QuarkusTest
@OnRealPlatform
class OlderAndNewerTest {

    private final UUID incident = UUID.randomUUID();

    @Test
    void whatANewerProducerAddsIsPassedOver() {
        String today = EventJson.write(submitted(incident, "WORKFORCE"));
        String tomorrow = today.substring(0, today.length() - 1)
                + ",\"severity\":\"HIGH\",\"places\":[{\"name\":\"desk\",\"floor\":2}]}";
        Envelope envelope = envelope(Topic.REPORT.typeOf(ReportSubmitted.class));
        Map<String, String> headers = Facts.headers(envelope);
        headers.put("ce_partitionkey", "an attribute that this version does not know");
        Facts.sendRaw(Topic.REPORT, incident.toString(), tomorrow.getBytes(UTF_8), headers);

        eventually(() -> assertThat(effects(incident)).containsExactly("submitted"));
        assertThat(letters()).isEmpty();
    }

    @Test
    void aTypeOfANewerProducerIsKeptForAfterTheUpgradeAndStopsNobodyOfItsKey() {
        Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);
        Envelope envelope = envelope("org.candor.intake.report-weighed.v1");
        Facts.sendRaw(Topic.REPORT, incident.toString(), "{\"weight\":3}".getBytes(UTF_8), Facts.headers(envelope));
        Facts.send(Topic.REPORT, submitted(incident, "WORKFORCE"), ENTITY);

        eventually(() -> assertThat(effects(incident)).containsExactly("submitted", "submitted"));
        assertThat(letters()).containsExactly(Map.of("reason", "UNKNOWN_TYPE", "data", "{\"weight\":3}"));
    }

    private Envelope envelope(String type) {
        return new Envelope(
                UUID.randomUUID(),
                type,
                "/intake",
                incident.toString(),
                Instant.now(),
                ENTITY,
                false,
                "",
                Envelope.SYSTEM,
                "",
                0);
    }

    private List<Map<String, Object>> letters() {
        return Database.rows(
                "select reason, convert_from(data, 'UTF8') as data from dead_letter where record_key = ?",
                incident.toString());
    }

    private static void eventually(Runnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion::run);
    }
}
