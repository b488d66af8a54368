package org.candor.investigation.cyber;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The root of what policy II asks for: the registered identifiers, sealed, and how often anything was changed. */
@Entity
@Table(name = "cyber_file")
class CyberFileRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    byte[] identifiers;

    int changes;
}
