package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.candor.investigation.readiness.decision.PolicyChange;

/** A material change of a policy; never changed itself. */
@Entity
@Table(name = "readiness_policy_change")
class PolicyChangeRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    /** The policy's code, such as {@code 4-I}. */
    String policy;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    String[] courses;

    @Column(name = "within_days")
    int withinDays;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    PolicyChange change() {
        return new PolicyChange(id, effectiveOn, Set.of(courses), withinDays);
    }
}
