package org.candor.audit.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.candor.audit.trail.decision.Entry;
import org.candor.events.Envelope;
import org.candor.kit.outbox.CloudEventHeaders;

/**
 * Makes entries of records. The data is kept byte for byte and is not read as a contract, so that the trail also holds
 * events that are newer than this version. A record that is no CloudEvent becomes an entry of its own kind, which says
 * where it lay and what its hash is, and never what was in it.
 */
final class Arrivals {

    static final String UNREADABLE = "org.candor.audit.unreadable-record-seen.v1";

    private static final int LONGEST = 500;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final JsonFactory JSON = new JsonFactory();

    private Arrivals() {}

    static Recorded of(ConsumerRecord<String, byte[]> record, Instant now) {
        byte[] data = record.value() == null ? new byte[0] : record.value();
        Optional<Envelope> envelope = CloudEventHeaders.read(record.headers()).filter(Arrivals::storable);
        return Recorded.of(envelope.map(known -> entry(record.topic(), known, data, now))
                .orElseGet(() -> unreadable(record, data, now)));
    }

    private static Entry entry(String topic, Envelope envelope, byte[] data, Instant now) {
        return new Entry(
                envelope.id(),
                topic,
                envelope.type(),
                envelope.source(),
                envelope.sequence(),
                envelope.subject(),
                incidents(data),
                envelope.entityId(),
                envelope.drill(),
                envelope.actor(),
                envelope.correlationId(),
                envelope.time(),
                now,
                data);
    }

    /** Indices and time stamps of the database have limits, and nothing that comes may stop the trail. */
    private static boolean storable(Envelope envelope) {
        boolean inCalendar =
                !envelope.time().isBefore(EARLIEST) && envelope.time().isBefore(LATEST);
        return inCalendar
                && Stream.of(
                                envelope.type(),
                                envelope.source(),
                                envelope.subject(),
                                envelope.entityId(),
                                envelope.actor(),
                                envelope.correlationId())
                        .allMatch(text -> text.length() <= LONGEST);
    }

    private static Entry unreadable(ConsumerRecord<String, byte[]> record, byte[] unread, Instant now) {
        String place = "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d,\"timestamp\":%d,\"sha256\":\"%s\"}"
                .formatted(record.topic(), record.partition(), record.offset(), record.timestamp(), sha256(unread));
        // The same record, delivered again, has the same id.
        UUID id = UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
        return new Entry(
                id,
                record.topic(),
                UNREADABLE,
                "/audit",
                0,
                id.toString(),
                List.of(),
                "",
                false,
                Envelope.SYSTEM,
                "",
                Instant.ofEpochMilli(record.timestamp()),
                now,
                place.getBytes(UTF_8));
    }

    /** The incidents that the data names as its own: {@code incidentId} or {@code incidentIds}. */
    private static List<UUID> incidents(byte[] data) {
        List<UUID> incidents = new ArrayList<>();
        try (JsonParser event = JSON.createParser(data)) {
            if (event.nextToken() != JsonToken.START_OBJECT) {
                return List.of();
            }
            while (event.nextToken() == JsonToken.FIELD_NAME) {
                String name = event.currentName();
                JsonToken value = event.nextToken();
                if (name.equals("incidentId")) {
                    add(incidents, event);
                } else if (name.equals("incidentIds") && value == JsonToken.START_ARRAY) {
                    while (event.nextToken() != JsonToken.END_ARRAY) {
                        add(incidents, event);
                    }
                }
                event.skipChildren();
            }
        } catch (IOException notJson) {
            return List.of();
        }
        return incidents;
    }

    private static void add(List<UUID> incidents, JsonParser id) throws IOException {
        try {
            if (id.currentToken() == JsonToken.VALUE_STRING) {
                incidents.add(UUID.fromString(id.getText()));
            }
            id.skipChildren();
        } catch (IllegalArgumentException notAnId) {
            // An id of another shape names no incident of ours; the data keeps it.
            return;
        }
    }

    private static String sha256(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
