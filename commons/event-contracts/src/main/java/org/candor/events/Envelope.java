package org.candor.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The CloudEvents 1.0 attributes that travel as Kafka headers ({@code ce_…}, binary mode) beside the JSON data.
 *
 * @param id unique per event; consumers drop what they have seen
 * @param type see {@link Topic#typeOf}
 * @param source the producing service as a path, {@code /intake}
 * @param subject the record key
 * @param time when the fact happened, UTC
 * @param entityId the legal entity of the incident; empty where the fact belongs to none
 * @param drill true for an exercise, fixed at the incident's birth
 * @param correlationId the same through every fact that one request caused
 * @param actor a staff subject id, the word {@code reporter}, or {@code system}; never a reporter's subject
 * @param traceparent W3C trace context; may be empty
 * @param sequence 1, 2, 3 … per producer and topic without gaps; 0 before the relay has numbered it
 */
public record Envelope(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        String entityId,
        boolean drill,
        String correlationId,
        String actor,
        String traceparent,
        long sequence) {

    /** The actor of facts that no person caused. */
    public static final String SYSTEM = "system";
    /** The actor of whatever a reporter did; who it was never leaves intake-service. */
    public static final String REPORTER = "reporter";
}
