package org.candor.investigation.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who received an item, from whom, when and why; never changed. */
@Entity
@Table(name = "custody_entry")
class CustodyRow {

    @Id
    UUID id;

    @Column(name = "item_id")
    UUID itemId;

    int n;

    Instant at;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    byte[] words;
}
