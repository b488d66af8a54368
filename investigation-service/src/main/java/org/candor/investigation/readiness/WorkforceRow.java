package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.readiness.decision.WorkforceMember;

/** Somebody of the workforce as he is now; his name stands at the identity provider. */
@Entity
@Table(name = "workforce_person")
class WorkforceRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String person;
    String department;
    String role;

    @Column(name = "joined_on")
    LocalDate joinedOn;

    /** Null while he has the role of his first day. */
    @Column(name = "role_since")
    LocalDate roleSince;

    @Column(name = "left_on")
    LocalDate leftOn;

    /** His last day before he came back; null for whoever never left. */
    @Column(name = "earlier_left_on")
    LocalDate earlierLeftOn;

    int changes;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    WorkforceMember member() {
        return new WorkforceMember(
                person, department, role, joinedOn, Optional.ofNullable(roleSince), Optional.ofNullable(leftOn));
    }
}
