package org.candor.investigation.cyber;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Identifiers that the check looks for no longer, and why; never changed. */
@Entity
@Table(name = "cyber_removal")
class RemovalRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "removed_by")
    String removedBy;

    @Column(name = "removed_at")
    Instant removedAt;

    byte[] words;
}
