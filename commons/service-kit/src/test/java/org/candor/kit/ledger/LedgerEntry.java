package org.candor.kit.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "ledger_entry")
class LedgerEntry {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String title;

    /** Sealed. */
    byte[] narrative;

    /** The narrative once more, sealed for another column. */
    byte[] aside;

    /** Blind index of the narrative. */
    byte[] finder;

    @Column(name = "written_at")
    Instant writtenAt;

    @Version
    long version;
}
