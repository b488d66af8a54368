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

/** One thing that happened; never changed. */
@Entity
@Table(name = "timeline_entry")
class TimelineRow {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long position;

    @Column(name = "incident_id")
    UUID incidentId;

    Instant at;

    int round;

    @Enumerated(EnumType.STRING)
    CasePhase phase;

    String kind;

    String actor;

    String reference;

    byte[] words;
}
