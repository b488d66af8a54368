package org.candor.investigation.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The sanction record of an incident. */
@Entity
@Table(name = "sanction_record")
class RecordRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_at")
    Instant openedAt;

    String[] readers;

    @Column(name = "concluded_at")
    Instant concludedAt;

    int changes;
}
