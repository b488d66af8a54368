package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Area;

/** Who was let near a case, by whom and when (policy I.A.3.b). */
@Entity
@Table(name = "case_assignment")
class AssignmentRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String person;

    @Enumerated(EnumType.STRING)
    Area area;

    @Column(name = "assigned_by")
    String assignedBy;

    @Column(name = "assigned_at")
    Instant assignedAt;

    /** What spoke against it and was let pass, as codes. */
    String[] excepted = {};

    @Column(name = "excepted_by")
    String exceptedBy;

    @Column(name = "released_by")
    String releasedBy;

    @Column(name = "released_at")
    Instant releasedAt;
}
