package org.candor.investigation.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What an officer found about a changed file; never changed. */
@Entity
@Table(name = "evidence_examination")
class ExaminationRow {

    @Id
    @Column(name = "item_id")
    UUID itemId;

    @Column(name = "examined_by")
    String examinedBy;

    @Column(name = "examined_at")
    Instant examinedAt;

    byte[] words;
}
