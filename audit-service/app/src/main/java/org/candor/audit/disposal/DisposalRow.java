package org.candor.audit.disposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.candor.kit.outbox.Origin;

/** A disposal as it is stored. */
@Entity
@Table(name = "disposal")
class DisposalRow {

    static final String ORDERED = "ORDERED";
    static final String REFUSED = "REFUSED";
    static final String RUNNING = "RUNNING";
    static final String COMPLETED = "COMPLETED";

    @Id
    @Column(name = "disposal_id")
    UUID disposalId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    boolean drill;

    String state;

    @Column(name = "kept_through")
    LocalDate keptThrough;

    String reason;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    String[] confirmed = {};

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "backups_gone_on")
    LocalDate backupsGoneOn;

    @Version
    long version;

    Set<String> confirmedBy() {
        return Set.of(confirmed);
    }

    Origin origin(String actor) {
        return new Origin(entityId, drill, actor);
    }
}
