package org.candor.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.candor.events.Envelope;

/**
 * CloudEvents 1.0 in Kafka's binary mode. Read by hand and not by the connector, because the connector gives up on a
 * record with malformed attributes before our dead letters can keep it.
 */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    public static Headers write(Envelope envelope) {
        Headers headers = new RecordHeaders();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", envelope.id().toString());
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_source", envelope.source());
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_entityid", envelope.entityId());
        put(headers, "ce_drill", Boolean.toString(envelope.drill()));
        put(headers, "ce_correlationid", envelope.correlationId());
        put(headers, "ce_actor", envelope.actor());
        put(headers, "ce_traceparent", envelope.traceparent());
        put(headers, "ce_sequence", Long.toString(envelope.sequence()));
        return headers;
    }

    /** Empty when the required attributes are missing or malformed. */
    public static Optional<Envelope> read(Headers headers) {
        try {
            return Optional.of(new Envelope(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    required(headers, "ce_subject"),
                    Instant.parse(required(headers, "ce_time")),
                    optional(headers, "ce_entityid"),
                    Boolean.parseBoolean(optional(headers, "ce_drill")),
                    optional(headers, "ce_correlationid"),
                    optional(headers, "ce_actor"),
                    optional(headers, "ce_traceparent"),
                    number(optional(headers, "ce_sequence"))));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private static String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static long number(String value) {
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }
}
