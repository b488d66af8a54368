package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.investigation.readiness.decision.TrainingDuties;
import org.candor.investigation.readiness.decision.TrainingDuties.Duty;

/** A deadline about training that was announced. */
@Entity
@Table(name = "readiness_duty")
class DutyRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "duty_key")
    String key;

    @Enumerated(EnumType.STRING)
    TrainingDuties.Kind kind;

    @Column(name = "due_on")
    LocalDate dueOn;

    /** {@code MET} or {@code CANCELLED}; null while it is open. */
    String ended;

    Duty duty() {
        return new Duty(key, kind, dueOn);
    }
}
