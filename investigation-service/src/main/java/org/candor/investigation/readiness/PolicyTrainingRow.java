package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Which courses teach a policy of an entity, and how long its people have after a change of it. */
@Entity
@Table(name = "readiness_policy_training")
class PolicyTrainingRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String policy;
    String[] courses = {};

    @Column(name = "within_days")
    int withinDays;

    int changes;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;
}
