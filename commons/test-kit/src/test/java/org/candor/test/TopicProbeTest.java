package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.Envelope;
import org.candor.events.RoutingEvent.RoutingChanged;
import org.candor.events.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicProbeTest {

    private final UUID incident = UUID.randomUUID();
    private final CaseOpened opened = new CaseOpened(incident, "larkspur-falls", Instant.parse("2026-03-02T15:04:05Z"));

    @AfterEach
    void restore() {
        Broker.restore();
    }

    @Test
    void findsAFactWithTheHeadersOfItsEnvelope() {
        Envelope sent = Facts.send(Topic.CASE, opened, "larkspur-falls", true, "dana");

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            Seen seen = probe.awaitRecord(
                    CaseOpened.class, fact -> fact.incidentId().equals(incident));

            assertThat(seen.fact()).isEqualTo(opened);
            assertThat(seen.key()).isEqualTo(incident.toString());
            assertThat(seen.json())
                    .isEqualTo("{\"incidentId\":\"%s\",\"entityId\":\"larkspur-falls\",\"openedAt\":\"%s\"}"
                            .formatted(incident, "2026-03-02T15:04:05Z"));
            assertThat(seen.attribute("type")).isEqualTo("org.candor.investigation.case-opened.v1");
            assertThat(seen.attribute("drill")).isEqualTo("true");
            assertThat(seen.headers()).isEqualTo(Facts.headers(sent));
        }
    }

    @Test
    void aSampleIsAboutTheIncidentThatIsAskedFor() {
        CaseClosed sample = Facts.sample(Topic.CASE, CaseClosed.class, incident);
        Facts.send(Topic.CASE, sample, "larkspur-falls");

        assertThat(sample.concludedOn()).isNotNull();
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            assertThat(probe.await(CaseClosed.class, fact -> fact.incidentId().equals(incident)))
                    .isEqualTo(sample);
        }
    }

    @Test
    void saysWhatItSawWhenNothingComes() {
        Facts.send(Topic.CASE, opened, "larkspur-falls");

        try (TopicProbe probe = TopicProbe.on(Topic.CASE).within(Duration.ofMillis(500))) {
            assertThatThrownBy(() -> probe.await(CaseClosed.class, fact -> true))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("0 of 1 CaseClosed")
                    .hasMessageContaining("investigation.case.v1")
                    .hasMessageContaining(incident.toString());
        }
    }

    @Test
    void failsWhenWhatMustNotComeHasCome() {
        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.never(CaseOpened.class, fact -> fact.incidentId().equals(incident), Duration.ofMillis(200));
            Facts.send(Topic.CASE, opened, "larkspur-falls");

            assertThatThrownBy(() -> probe.never(
                            CaseOpened.class, fact -> fact.incidentId().equals(incident), Duration.ofSeconds(5)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(incident.toString());
        }
    }

    @Test
    void showsAPoisonMessageAndReadsOn() {
        byte[] poison = "{\"incidentId\":".getBytes(StandardCharsets.UTF_8);
        String key = incident.toString();
        Facts.sendRaw(Topic.CASE, key, poison, Map.of("ce_type", Topic.CASE.typeOf(CaseReopened.class)));
        Facts.send(Topic.CASE, opened, "larkspur-falls");

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(CaseOpened.class, fact -> fact.incidentId().equals(incident));
            assertThat(probe.records())
                    .filteredOn(seen -> key.equals(seen.key()))
                    .extracting(Seen::fact)
                    .containsExactly(null, opened);
        }
    }

    @Test
    void aRedeliveryIsTheSameRecordTwice() {
        Envelope envelope = Facts.send(Topic.CASE, opened, "larkspur-falls");
        Facts.send(Topic.CASE, opened, envelope);

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            assertThat(probe.awaitRecords(
                            CaseOpened.class, fact -> fact.incidentId().equals(incident), 2))
                    .extracting(seen -> seen.attribute("id"))
                    .containsExactly(envelope.id().toString(), envelope.id().toString());
        }
    }

    @Test
    void theRecusedAreNotInCharge() {
        Routing.open(incident, "larkspur-falls")
                .recusing("privacy-officer")
                .version(2)
                .send();

        try (TopicProbe probe = TopicProbe.on(Topic.ROUTING)) {
            RoutingChanged routing =
                    probe.await(RoutingChanged.class, fact -> fact.incidentId().equals(incident));
            assertThat(routing.recused()).containsExactly("privacy-officer");
            assertThat(routing.officers())
                    .extracting(officer -> officer.person())
                    .containsExactly("security-officer");
            assertThat(routing.version()).isEqualTo(2);
        }
    }

    @Test
    void everyTopicIsThereAndCompactedWhereItIsDeclaredSo() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Broker.linked()))) {
            for (Topic topic : Topic.values()) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
                var config = admin.describeConfigs(java.util.List.of(resource))
                        .all()
                        .get()
                        .get(resource);
                assertThat(config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value())
                        .isEqualTo(topic.compacted() ? "compact" : "delete");
            }
        }
    }

    @Test
    void theProbeSeesTheBrokerWhileTheLinkIsCut() {
        Broker.cut();
        Facts.send(Topic.CASE, opened, "larkspur-falls");

        try (TopicProbe probe = TopicProbe.on(Topic.CASE)) {
            probe.await(CaseOpened.class, fact -> fact.incidentId().equals(incident));
        }
    }
}
