package org.candor.investigation.insider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The team of an incident as it was set up last. */
@Entity
@Table(name = "insider_team")
class InsiderTeamRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    String[] members;

    @Column(name = "set_by")
    String setBy;

    @Column(name = "set_at")
    Instant setAt;

    byte[] words;

    int changes;
}
