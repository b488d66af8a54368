package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.investigation.cases.decision.StepEntry.Outcome;

/** One line of the work log; never changed. */
@Entity
@Table(name = "step_entry")
class StepRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    int n;

    int round;

    String step;

    int playbook;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    UUID replaces;

    boolean deviates;

    byte[] words;
}
