package org.candor.kit.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One fact on its way out; insert only, the relay marks rows by SQL. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    UUID id;

    String topic;
    String type;
    String subject;

    @Column(name = "entity_id")
    String entityId;

    boolean drill;

    @Column(name = "correlation_id")
    String correlationId;

    String actor;
    String traceparent;

    @Column(name = "occurred_at")
    Instant occurredAt;

    String data;
}
