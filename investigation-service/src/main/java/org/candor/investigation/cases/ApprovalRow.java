package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The approval of a step entry; never changed. */
@Entity
@Table(name = "step_approval")
class ApprovalRow {

    @Id
    @Column(name = "entry_id")
    UUID entryId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    byte[] words;
}
