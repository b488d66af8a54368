package org.candor.investigation.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item;
import org.candor.investigation.evidence.decision.Item.Integrity;

/** An item of evidence as it is stored. */
@Entity
@Table(name = "evidence_item")
class EvidenceRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    Item.Kind kind;

    String sha256;

    @Column(name = "step_entry_id")
    UUID stepEntryId;

    @Column(name = "collected_at")
    Instant collectedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    byte[] words;

    @Column(name = "altered_at")
    Instant alteredAt;

    @Column(name = "examined_at")
    Instant examinedAt;

    long changes;

    Item item(List<CustodyRow> chain, boolean fileKept) {
        return new Item(
                kind,
                Optional.ofNullable(sha256),
                chain.stream().map(entry -> entry.at).toList(),
                fileKept,
                integrity());
    }

    Integrity integrity() {
        if (alteredAt == null) {
            return Integrity.UNDOUBTED;
        }
        return examinedAt == null ? Integrity.ALTERED : Integrity.EXAMINED;
    }
}
