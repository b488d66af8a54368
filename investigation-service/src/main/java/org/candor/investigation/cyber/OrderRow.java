package org.candor.investigation.cyber;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.investigation.cyber.decision.ReportingOrder;

/** One part of policy II.B, stated as done or not needed; never changed. */
@Entity
@Table(name = "cyber_order")
class OrderRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    ReportingOrder.Part part;

    @Enumerated(EnumType.STRING)
    ReportingOrder.Outcome outcome;

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "stated_by")
    String statedBy;

    @Column(name = "stated_at")
    Instant statedAt;

    byte[] words;
}
