package org.candor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.candor.events.Topic;
import org.candor.local.Checkout;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.Trees;
import org.candor.local.process.Children;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Where a restored service goes on reading. Partition 0 has ten records, one a minute, the first at noon; partition 1 has one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumerGroupsIT {

    private static final Instant NOON = Instant.now().minusSeconds(3_600);
    private static final TopicPartition MANY = new TopicPartition(Topic.REPORT.topicName(), 0);
    private static final TopicPartition ONE = new TopicPartition(Topic.REPORT.topicName(), 1);
    private static final TopicPartition NONE = new TopicPartition(Topic.REPORT.topicName(), 2);

    @TempDir
    static Path folder;

    private Kafka kafka;
    private Admin admin;
    private ConsumerGroups groups;

    @BeforeAll
    void start() throws Exception {
        Layout layout = new Layout(folder.resolve("stack"));
        layout.create();
        Ports ports = Ports.free();
        int port = ports.of(Ports.KAFKA);
        kafka = new Kafka(
                Checkout.find().libraries(),
                layout,
                port,
                ports.of(Ports.KAFKA_CONTROLLER),
                new Children(layout.run()));
        kafka.start();
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
        admin = Admin.create(properties);
        groups = new ConsumerGroups("127.0.0.1:" + port);
        publish("127.0.0.1:" + port);
    }

    @AfterAll
    void stop() throws Exception {
        groups.close();
        admin.close();
        kafka.stop();
        Trees.delete(folder.resolve("stack"));
    }

    @Test
    void goesBackToWhatWasPublishedSinceInEveryGroupOfThatServiceAndNoOther() throws Exception {
        for (String group : new String[] {"audit", "audit-trail", "breach"}) {
            commit(group, Map.of(MANY, 9L, ONE, 1L));
        }
        groups.goBack(ServiceName.AUDIT, NOON.plusSeconds(4 * 60));
        assertThat(offsets("audit")).isEqualTo(Map.of(MANY, 4L, ONE, 1L));
        assertThat(offsets("audit-trail")).isEqualTo(Map.of(MANY, 4L, ONE, 1L));
        assertThat(offsets("breach")).isEqualTo(Map.of(MANY, 9L, ONE, 1L));
    }

    @Test
    void neverGoesForwardPastWhatWasNotRead() throws Exception {
        commit("intake", Map.of(MANY, 2L, ONE, 0L, NONE, 0L));
        groups.goBack(ServiceName.INTAKE, NOON.plusSeconds(4 * 60));
        assertThat(offsets("intake")).isEqualTo(Map.of(MANY, 2L, ONE, 0L, NONE, 0L));
    }

    @Test
    void readsAllAgainForAnInstantBeforeTheFirst() throws Exception {
        commit("notification", Map.of(MANY, 10L, ONE, 1L));
        groups.goBack(ServiceName.NOTIFICATION, NOON.minusSeconds(60));
        assertThat(offsets("notification")).isEqualTo(Map.of(MANY, 0L, ONE, 0L));
    }

    private static void publish(String broker) throws Exception {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int minute = 0; minute < 10; minute++) {
                producer.send(record(MANY, minute)).get();
            }
            producer.send(record(ONE, 0)).get();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(TopicPartition to, int minute) {
        return new ProducerRecord<>(
                to.topic(), to.partition(), NOON.plusSeconds(60L * minute).toEpochMilli(), new byte[1], new byte[1]);
    }

    private void commit(String group, Map<TopicPartition, Long> offsets) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> committed.put(partition, new OffsetAndMetadata(offset)));
        admin.alterConsumerGroupOffsets(group, committed).all().get();
    }

    private Map<TopicPartition, Long> offsets(String group) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, committed) -> offsets.put(partition, committed.offset()));
        return offsets;
    }
}
