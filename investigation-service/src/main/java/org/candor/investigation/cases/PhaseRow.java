package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.events.CasePhase;

/** A phase from its start to its end. */
@Entity
@Table(name = "phase_span")
class PhaseRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    int round;

    @Enumerated(EnumType.STRING)
    CasePhase phase;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;
}
