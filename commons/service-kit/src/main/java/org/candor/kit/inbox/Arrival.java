package org.candor.kit.inbox;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.candor.events.Envelope;
import org.candor.events.Event;
import org.candor.events.Topic;
import org.candor.kit.outbox.CloudEventHeaders;
import org.candor.kit.outbox.EventJson;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A record as it came from the broker, before anybody has tried to understand it. */
record Arrival(String topic, int partition, long offset, String key, Headers headers, byte[] data) {

    /** The partition of what waited in the inbox before it became a dead letter. */
    static final int WAITED = -1;

    private static final byte[] NOTHING = {};

    /** What could be made of it. */
    sealed interface Reading {}

    record Readable(Topic topic, Envelope envelope, Event fact, byte[] data) implements Reading {}

    record Unreadable(DeadLetterReason reason) implements Reading {}

    static Arrival of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> record =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return new Arrival(
                record.getTopic(),
                record.getPartition(),
                record.getOffset(),
                key(record),
                record.getHeaders(),
                message.getPayload() == null ? NOTHING : message.getPayload());
    }

    /** On a compacted topic a record without data says that the key is gone; elsewhere it is a mistake. */
    boolean isTombstone() {
        return data.length == 0 && Topic.named(topic).filter(Topic::compacted).isPresent();
    }

    /** PostgreSQL keeps no text with a zero character. */
    private static String key(IncomingKafkaRecordMetadata<?, ?> record) {
        return String.valueOf(record.getKey()).replace('\0', '\uFFFD');
    }

    Reading read() {
        Optional<Topic> known = Topic.named(topic);
        if (known.isEmpty()) {
            return new Unreadable(DeadLetterReason.UNKNOWN_TOPIC);
        }
        return CloudEventHeaders.read(headers)
                .map(envelope -> read(known.get(), envelope, data))
                .orElseGet(() -> new Unreadable(DeadLetterReason.NO_CLOUD_EVENT));
    }

    /** Also reads what waited in the inbox. */
    static Reading read(Topic topic, Envelope envelope, byte[] data) {
        Optional<Class<? extends Event>> fact = topic.factOf(envelope.type());
        if (fact.isEmpty()) {
            return new Unreadable(DeadLetterReason.UNKNOWN_TYPE);
        }
        try {
            return new Readable(topic, envelope, EventJson.read(data, fact.get()), data);
        } catch (IOException | RuntimeException malformed) {
            return new Unreadable(DeadLetterReason.UNREADABLE_DATA);
        }
    }
}
