package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Curriculum;

/** What an entity asks of a role. */
@Entity
@Table(name = "curriculum")
class CurriculumRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String role;
    String[] courses;

    @Column(name = "within_days")
    int withinDays;

    @Column(name = "adopted_on")
    LocalDate adoptedOn;

    int changes;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    Curriculum curriculum() {
        return new Curriculum(role, Set.of(courses), withinDays, adoptedOn);
    }
}
