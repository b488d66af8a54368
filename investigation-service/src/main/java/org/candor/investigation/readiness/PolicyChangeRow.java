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

    /** Null in rows from before it was kept: their days run from the one on which the change takes effect. */
    @Column(name = "due_on")
    LocalDate dueOn;

    /** The version that audit-service told of; null where somebody told of the change. */
    @Column(name = "policy_id")
    UUID policyId;

    @Column(name = "policy_version")
    Long policyVersion;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    PolicyChange change() {
        LocalDate last = dueOn == null ? effectiveOn.plusDays(withinDays) : dueOn;
        return new PolicyChange(id, effectiveOn, Set.of(courses), last);
    }
}
