package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Drill;

/** A drill. Scenario and outcome are invented and the organisation's own; they are in no event. */
@Entity
@Table(name = "drill")
class DrillRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String scenario;

    @Enumerated(EnumType.STRING)
    Drill.State state;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "every_months")
    Integer everyMonths;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "held_on")
    LocalDate heldOn;

    String outcome;

    @Column(name = "next_drill")
    UUID next;

    @Column(name = "planned_by")
    String plannedBy;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "ended_at")
    Instant endedAt;

    int changes;

    Drill drill() {
        return new Drill(state, dueOn, Optional.ofNullable(everyMonths));
    }
}
