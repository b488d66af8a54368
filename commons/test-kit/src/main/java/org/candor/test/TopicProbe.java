package org.candor.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.candor.events.Event;
import org.candor.events.Topic;

/**
 * Reads a topic from its beginning, without the link and without a consumer group. The topic also holds what earlier
 * tests of the JVM left there, so tests ask for their own incident. For one thread.
 */
public final class TopicProbe implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int SHOWN = 20;

    private final Topic topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Seen> seen = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(20);

    private TopicProbe(Topic topic, KafkaConsumer<String, byte[]> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    public static TopicProbe on(Topic topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Broker.direct()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicProbe(topic, consumer);
    }

    /** How long to wait; twenty seconds unless told. */
    public TopicProbe within(Duration duration) {
        timeout = duration;
        return this;
    }

    /** The first fact of that type which the predicate accepts; fails, saying what was seen, when none comes in time. */
    public <E extends Event> E await(Class<E> type, Predicate<E> wanted) {
        return type.cast(awaitRecord(type, wanted).fact());
    }

    /** As {@link #await}, with key and headers. */
    public <E extends Event> Seen awaitRecord(Class<E> type, Predicate<E> wanted) {
        return awaitRecords(type, wanted, 1).getFirst();
    }

    /** As many such records as asked for, in the order of their arrival. */
    public <E extends Event> List<Seen> awaitRecords(Class<E> type, Predicate<E> wanted, int count) {
        long end = System.nanoTime() + timeout.toNanos();
        List<Seen> found = matching(type, wanted);
        while (found.size() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError(nothingCame(type, count, found.size()));
            }
            poll();
            found = matching(type, wanted);
        }
        return found;
    }

    /** Fails when a fact of that type which the predicate accepts is there or comes within the duration. */
    public <E extends Event> void never(Class<E> type, Predicate<E> unwanted, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        do {
            poll();
            if (!matching(type, unwanted).isEmpty()) {
                throw new AssertionError("Nobody should have sent: " + matching(type, unwanted));
            }
        } while (System.nanoTime() < end);
    }

    /** Every record that lies on the topic now, by partition and offset. */
    public List<Seen> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private <E extends Event> List<Seen> matching(Class<E> type, Predicate<E> wanted) {
        return seen.stream()
                .filter(candidate -> type.isInstance(candidate.fact()) && wanted.test(type.cast(candidate.fact())))
                .toList();
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> seen.add(read(record)));
    }

    private Seen read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        Event fact = factOf(headers.get("ce_type"), record.value());
        return new Seen(fact, record.key(), headers, record.value(), record.partition(), record.offset());
    }

    private Event factOf(String type, byte[] data) {
        try {
            return topic.factOf(type)
                    .map(known -> (Event) Json.read(data, known))
                    .orElse(null);
        } catch (RuntimeException e) {
            // A poison message is no fact; it is still shown among what was seen.
            return null;
        }
    }

    private static String text(byte[] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private String nothingCame(Class<?> type, int wanted, int found) {
        return "Within %s only %d of %d %s that were asked for came on %s. Of %d records seen, the last are:%n%s"
                .formatted(
                        timeout,
                        found,
                        wanted,
                        type.getSimpleName(),
                        topic.topicName(),
                        seen.size(),
                        seen.stream()
                                .skip(Math.max(0, seen.size() - SHOWN))
                                .map(Seen::toString)
                                .collect(Collectors.joining(System.lineSeparator())));
    }
}
