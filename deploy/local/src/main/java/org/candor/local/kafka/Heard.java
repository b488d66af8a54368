package org.candor.local.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.candor.events.Topic;

/**
 * A fact that is on a topic, by its headers; its data is not read.
 *
 * @param source the service that published it, such as {@code /breach}
 * @param subject the incident, or another aggregate's id
 */
public record Heard(String topic, String source, UUID id, String type, String subject, long sequence, Instant at) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** All facts that were published at or after that instant and are still on a topic. */
    public static List<Heard> since(String bootstrap, Instant from) {
        List<Heard> heard = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrap)) {
            List<TopicPartition> partitions = Arrays.stream(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, ends, from);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(record -> add(record, heard));
            }
        }
        return heard;
    }

    private static void seek(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Instant from) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, from.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(wanted);
        partitions.forEach(partition -> {
            OffsetAndTimestamp begin = first.get(partition);
            consumer.seek(partition, Objects.isNull(begin) ? ends.get(partition) : begin.offset());
        });
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, List<Heard> heard) {
        String id = text(record, "ce_id");
        String sequence = text(record, "ce_sequence");
        if (id.length() == 36 && sequence.matches("[0-9]{1,18}")) {
            heard.add(new Heard(
                    record.topic(),
                    text(record, "ce_source"),
                    UUID.fromString(id),
                    text(record, "ce_type"),
                    text(record, "ce_subject"),
                    Long.parseLong(sequence),
                    Instant.ofEpochMilli(record.timestamp())));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(properties);
    }
}
