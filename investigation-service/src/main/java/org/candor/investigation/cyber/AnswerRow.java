package org.candor.investigation.cyber;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.investigation.cyber.decision.Agency;

/** Whether crimes are reported, or indicators shared; the newest answer counts, none is changed. */
@Entity
@Table(name = "cyber_answer")
class AnswerRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Agency.Kind kind;

    boolean answer;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    byte[] words;
}
