package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Training;

/** A completed course; never changed. */
@Entity
@Table(name = "training")
class TrainingRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String person;

    String course;

    @Column(name = "completed_on")
    LocalDate completedOn;

    @Column(name = "valid_until")
    LocalDate validUntil;

    /** Version of the catalogue under which it was recorded; empty in records from before there was one. */
    String catalogue = "";

    /** The audit-service's id of a kept document. */
    @Column(name = "evidence_document")
    UUID evidenceDocument;

    @Column(name = "evidence_sha256")
    String evidenceSha256;

    @Column(name = "evidence_reference")
    String evidenceReference;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    Training training() {
        return new Training(course, completedOn, validUntil);
    }
}
