package org.candor.kit.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candor.kit.ledger.Calls.ENTITY;
import static org.candor.kit.ledger.Calls.entry;
import static org.candor.kit.ledger.Calls.eventually;
import static org.candor.kit.ledger.Calls.officer;
import static org.candor.kit.ledger.Calls.post;
import static org.candor.kit.ledger.Calls.write;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.candor.events.Envelope;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.test.Database;
import org.candor.test.Facts;
import org.candor.test.OnRealPlatform;
import org.candor.test.Routing;
import org.candor.test.TopicProbe;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.310(d)(2)(i): what has been kept for long enough is made unreadable, everywhere and for good. */
@QuarkusTest
@OnRealPlatform
class DisposalTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private final UUID incident = UUID.randomUUID();
    private UUID entry;

    @BeforeEach
    void anIncidentThatIsRead() {
        entry = write(incident, "What somebody told");
        Routing.open(incident, ENTITY).send();
        eventually().until(() -> officer().get("/entries/" + entry).statusCode() == 200);
    }

    @Test
    void destroysKeyAndIndexAndSaysSo() {
        byte[] finder = finder();
        KeyDestroyed destroyed = dispose();

        assertThat(destroyed.service()).isEqualTo("ledger");
        assertThat(destroyed.keyFound()).isTrue();
        assertThat(destroyed.indexRows()).isOne();
        assertThat(keys()).isZero();
        assertThat(finder()).isNotEqualTo(finder);
        officer().get("/entries/" + entry).then().statusCode(404);
    }

    @Test
    void makesNoNewKeyForWhatComesLate() {
        dispose();
        post(entry(incident, "What came too late")).then().statusCode(410).body("code", equalTo("DISPOSED"));
        assertThat(keys()).isZero();
    }

    @Test
    void isBroughtBackByNoRoutingRecord() {
        dispose();
        Envelope later = Routing.open(incident, ENTITY).version(9).send();
        eventually().until(() -> Database.number("select count(*) from inbox where event_id = ?", later.id()) == 1);
        officer().get("/entries/" + entry).then().statusCode(404);
    }

    @Test
    void confirmsAnOrderThatComesTwiceOnce() {
        DisposalOrdered order = order();
        Envelope envelope = Facts.send(Topic.RETENTION, order, ENTITY);
        Facts.send(Topic.RETENTION, order, envelope);
        UUID after = UUID.randomUUID();
        Facts.send(Topic.RETENTION, Facts.sample(Topic.RETENTION, DisposalOrdered.class, after), ENTITY);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            probe.await(KeyDestroyed.class, destroyed -> destroyed.incidentId().equals(incident));
            KeyDestroyed unknown = probe.await(
                    KeyDestroyed.class, destroyed -> destroyed.incidentId().equals(after));
            assertThat(unknown.keyFound()).isFalse();
            assertThat(probe.records())
                    .filteredOn(seen -> seen.fact() instanceof KeyDestroyed destroyed
                            && destroyed.incidentId().equals(incident))
                    .hasSize(1);
        }
    }

    @Test
    void replaysDisposalsAfterABackUpWasRestored() {
        Map<String, Object> key = Database.rows("select * from vault.data_key where incident_id = ?", incident)
                .getFirst();
        dispose();
        restore((byte[]) key.get("wrapped"));
        assertThat(keys()).isOne();

        takeOverAndGiveBack();

        eventually().untilAsserted(() -> assertThat(keys()).isZero());
    }

    /** The state before the disposal: the key is there, and neither the note nor the inbox rows since then are. */
    private void restore(byte[] wrapped) {
        Database.execute("delete from vault.disposed where incident_id = ?", incident);
        Database.execute("delete from inbox where subject = ?", incident.toString());
        Database.execute("insert into vault.data_key (incident_id, wrapped) values (?, ?)", incident, wrapped);
    }

    /** What a start does to the topic's partitions: somebody else takes part in the group, and leaves. */
    private void takeOverAndGiveBack() {
        try (KafkaConsumer<String, byte[]> other = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                        ConsumerConfig.GROUP_ID_CONFIG, "ledger",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topic.RETENTION.topicName()));
            eventually().pollDelay(Duration.ZERO).pollInSameThread().until(() -> {
                other.poll(Duration.ofMillis(200));
                return other.groupMetadata().generationId() > 0;
            });
        }
    }

    private KeyDestroyed dispose() {
        Facts.send(Topic.RETENTION, order(), ENTITY);
        try (TopicProbe probe = TopicProbe.on(Topic.RETENTION)) {
            return probe.await(
                    KeyDestroyed.class, destroyed -> destroyed.incidentId().equals(incident));
        }
    }

    private DisposalOrdered order() {
        return Facts.sample(Topic.RETENTION, DisposalOrdered.class, incident);
    }

    private long keys() {
        return Database.number("select count(*) from vault.data_key where incident_id = ?", incident);
    }

    private byte[] finder() {
        return (byte[]) Database.rows("select finder from ledger_entry where id = ?", entry)
                .getFirst()
                .get("finder");
    }
}
