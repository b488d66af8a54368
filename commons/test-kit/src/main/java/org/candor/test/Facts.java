package org.candor.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.candor.events.AccessEvent;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Samples;
import org.candor.events.Topic;

/**
 * Puts facts on the broker as another service would: CloudEvents 1.0, binary mode. Each method returns when the broker
 * holds the record.
 */
public final class Facts {

    private Facts() {}

    /** The golden sample of that fact, about the given incident instead of the samples' own. */
    public static <E extends Event> E sample(Topic topic, Class<E> fact, UUID incidentId) {
        String json = Samples.of(topic, fact).replace(Samples.INCIDENT.toString(), incidentId.toString());
        return Json.read(json.getBytes(StandardCharsets.UTF_8), fact);
    }

    /** Sends the fact under a new envelope, numbered on, and returns that envelope. */
    public static Envelope send(Topic topic, Event fact, String entityId, boolean drill, String actor) {
        Envelope envelope = new Envelope(
                UUID.randomUUID(),
                topic.typeOf(fact.getClass()),
                "/" + producerOf(topic, fact),
                fact.subject(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                entityId,
                drill,
                UUID.randomUUID().toString(),
                actor,
                "",
                Platform.next("sequence." + topic));
        send(topic, fact, envelope);
        return envelope;
    }

    /** Sends a fact that no person caused, outside of drills. */
    public static Envelope send(Topic topic, Event fact, String entityId) {
        return send(topic, fact, entityId, false, Envelope.SYSTEM);
    }

    /** Sends exactly this; twice the same is a redelivery. */
    public static void send(Topic topic, Event fact, Envelope envelope) {
        sendRaw(topic, envelope.subject(), Json.bytes(fact), headers(envelope));
    }

    /** Sends whatever it is given: for poison messages. */
    public static void sendRaw(Topic topic, String key, byte[] data, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, data);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            Producer.SHARED.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take it", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The headers of that envelope; to be changed by who wants a broken one. */
    public static Map<String, String> headers(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().toString());
        headers.put("ce_type", envelope.type());
        headers.put("ce_source", envelope.source());
        headers.put("ce_subject", envelope.subject());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_entityid", envelope.entityId());
        headers.put("ce_drill", Boolean.toString(envelope.drill()));
        headers.put("ce_correlationid", envelope.correlationId());
        headers.put("ce_actor", envelope.actor());
        headers.put("ce_traceparent", envelope.traceparent());
        headers.put("ce_sequence", Long.toString(envelope.sequence()));
        headers.put("content-type", "application/json");
        return headers;
    }

    private static String producerOf(Topic topic, Event fact) {
        return fact instanceof AccessEvent.AccessRecorded access
                ? access.service()
                : topic.topicName().substring(0, topic.topicName().indexOf('.'));
    }

    /** Opened by the first who sends. */
    private static final class Producer {
        static final KafkaProducer<String, byte[]> SHARED = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Broker.direct(), ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
