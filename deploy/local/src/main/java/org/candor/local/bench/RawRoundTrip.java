package org.candor.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces with {@code acks=all} and consumes, one record at a time; the clock runs from the produce to the poll. */
final class RawRoundTrip implements AutoCloseable {

    private static final String TOPIC = "bench.raw";
    private static final byte[] BYTES = "x".repeat(600).getBytes(StandardCharsets.US_ASCII);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    RawRoundTrip(String bootstrap) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrap);
        try (Admin admin = Admin.create(broker)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        consumer.assign(Set.of(partition));
        consumer.seekToEnd(Set.of(partition));
        consumer.position(partition);
    }

    Percentiles roundTrips(int samples, long pauseNanos) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            long sent = System.nanoTime();
            producer.send(new ProducerRecord<>(TOPIC, BYTES));
            while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                if (System.nanoTime() - sent > Duration.ofSeconds(10).toNanos()) {
                    throw new IllegalStateException("no record after ten seconds");
                }
            }
            millis.add((System.nanoTime() - sent) / 1e6);
            LockSupport.parkNanos(pauseNanos);
        }
        return Percentiles.of(millis);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
