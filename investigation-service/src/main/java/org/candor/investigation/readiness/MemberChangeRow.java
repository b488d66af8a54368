package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One change of a membership (policy I.A.1); never changed itself. */
@Entity
@Table(name = "response_member_change")
class MemberChangeRow {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long position;

    @Column(name = "member_id")
    UUID memberId;

    boolean active;

    String[] areas;

    @Column(name = "authorised_until")
    LocalDate authorisedUntil;

    String deputy;

    @Column(name = "member_since")
    LocalDate since;

    @Column(name = "member_until")
    LocalDate until;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;
}
