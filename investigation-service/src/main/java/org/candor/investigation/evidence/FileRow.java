package org.candor.investigation.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The sealed file of an item; never changed. */
@Entity
@Table(name = "evidence_file")
class FileRow {

    @Id
    @Column(name = "item_id")
    UUID itemId;

    long size;

    @Column(name = "kept_by")
    String keptBy;

    @Column(name = "kept_at")
    Instant keptAt;

    byte[] content;
}
