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
import org.candor.events.OfficerRole;

/** What a drill showed, as a task with a due day. */
@Entity
@Table(name = "drill_finding")
class DrillFindingRow {

    @Id
    UUID id;

    @Column(name = "drill_id")
    UUID drillId;

    String text;

    @Enumerated(EnumType.STRING)
    OfficerRole owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "done_on")
    LocalDate doneOn;

    @Column(name = "done_by")
    String doneBy;

    String proof;
}
