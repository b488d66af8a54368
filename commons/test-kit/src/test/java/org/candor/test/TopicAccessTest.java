package org.candor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.events.Topic;
import org.candor.events.TopicAccess;
import org.candor.events.TopicAccess.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker lets a service write and read its own topics, and refuses the others, whatever the service wants. */
class TopicAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"intake", "investigation", "breach", "notification", "audit"})
    void aServiceWritesItsOwnTopicsAndNoOthers(String service) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                settings(service, Certificates.authority()), new StringSerializer(), new StringSerializer())) {
            for (Topic topic : Topic.values()) {
                ProducerRecord<String, String> record = new ProducerRecord<>(topic.topicName(), "key", "value");
                if (may(service, Operation.WRITE, topic)) {
                    assertThat(producer.send(record).get().hasOffset()).isTrue();
                } else {
                    assertThatThrownBy(() -> producer.send(record).get())
                            .as(service + " writes " + topic.topicName())
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "investigation", "breach", "notification", "audit"})
    void aServiceReadsWhatItConsumesAndNothingElse(String service) throws Exception {
        for (Topic topic : Topic.values()) {
            try (KafkaConsumer<String, String> consumer = consumer(service, service)) {
                consumer.assign(List.of(new TopicPartition(topic.topicName(), 0)));
                consumer.seekToBeginning(consumer.assignment());
                if (may(service, Operation.READ, topic)) {
                    consumer.poll(Duration.ofMillis(200));
                } else {
                    assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
                            .as(service + " reads " + topic.topicName())
                            .isInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @Test
    void nobodyReadsInTheGroupOfAnother() throws Exception {
        try (KafkaConsumer<String, String> consumer = consumer("intake", "breach")) {
            consumer.subscribe(List.of(Topic.CASE.topicName()));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(20)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNoCertificate() throws Exception {
        isRefused(settings("forged", Certificates.authority()));
    }

    @Test
    void aBrokerOfAnotherAuthorityIsNotTheBroker() throws Exception {
        isRefused(settings("intake", Certificates.stranger()));
    }

    private static void isRefused(Map<String, Object> settings) {
        settings.put("default.api.timeout.ms", "5000");
        settings.put("request.timeout.ms", "4000");
        try (Admin admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.listTopics().names().get()).isInstanceOf(ExecutionException.class);
        }
    }

    private static boolean may(String service, Operation operation, Topic topic) {
        return TopicAccess.all().contains(new TopicAccess(service, operation, topic));
    }

    private static KafkaConsumer<String, String> consumer(String service, String group) throws IOException {
        Map<String, Object> settings = settings(service, Certificates.authority());
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> settings(String who, Path trusted) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", Broker.secured());
        settings.put("security.protocol", "SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.certificates", Files.readString(trusted));
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.certificate.chain", Files.readString(Certificates.certificate(who)));
        settings.put("ssl.keystore.key", Files.readString(Certificates.key(who)));
        return settings;
    }
}
