package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One revision of the minimum documentation; never changed. */
@Entity
@Table(name = "documentation")
class DocumentationRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    int revision;

    @Column(name = "written_by")
    String writtenBy;

    @Column(name = "written_at")
    Instant writtenAt;

    byte[] words;
}
