package org.candor.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.candor.events.Topic;

/** Puts events on the broker as a service would, and waits until a signed checkpoint of the trail covers them. */
final class TrailFeed implements AutoCloseable {

    /** Data of the size that events of the platform have; with the head of the entry about 900 bytes. */
    static final String DATA = "{\"note\":\"" + "x".repeat(420) + "\"}";

    private static final long GIVE_UP_NANOS = 240_000_000_000L;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Connection trail;

    TrailFeed(String bootstrap, Connection trail) {
        this.trail = trail;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "batch.size",
                        256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many, and answers how many a second went from the first send to the checkpoint over the last. */
    double perSecond(int events) throws SQLException, IOException {
        long before = number("select count(*) from trail.entry");
        long begin = System.nanoTime();
        for (int i = 0; i < events; i++) {
            producer.send(event());
        }
        producer.flush();
        while (number("select coalesce(max(size), 0) from trail.checkpoint") < before + events) {
            if (System.nanoTime() - begin > GIVE_UP_NANOS) {
                throw new IOException("the trail did not sign " + events + " events within four minutes");
            }
            LockSupport.parkNanos(5_000_000);
        }
        return events / ((System.nanoTime() - begin) / 1e9);
    }

    /** Bytes of an entry, on average. */
    int entryLength() throws SQLException {
        return (int) number("select cast(avg(length(bytes)) as bigint) from trail.entry");
    }

    private static ProducerRecord<byte[], byte[]> event() {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.PROGRAMME.topicName(), UUID.randomUUID().toString().getBytes(UTF_8), DATA.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "org.candor.bench.counted.v1",
                        "ce_source", "/bench",
                        "ce_subject", "bench",
                        "ce_time", "2026-11-30T12:00:00Z",
                        "ce_actor", "system",
                        "ce_correlationid", UUID.randomUUID().toString(),
                        "ce_sequence", "0",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        record.headers().add("ce_entityid", new byte[0]).add("ce_drill", "false".getBytes(UTF_8));
        record.headers().add("ce_traceparent", new byte[0]);
        return record;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = trail.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        trail.close();
    }
}
