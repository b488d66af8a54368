package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Enumerated(EnumType.STRING)
    Training.Course course;

    @Column(name = "completed_on")
    LocalDate completedOn;

    @Column(name = "valid_until")
    LocalDate validUntil;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    Training training() {
        return new Training(course, completedOn, validUntil);
    }
}
