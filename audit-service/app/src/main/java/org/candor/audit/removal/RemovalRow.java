package org.candor.audit.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An order that a past year's log goes, as it is stored. */
@Entity
@Table(name = "log_removal")
class RemovalRow {

    static final String ORDERED = "ORDERED";
    static final String REFUSED = "REFUSED";
    static final String APPROVED = "APPROVED";

    @Id
    @Column(name = "removal_id")
    UUID removalId;

    int year;

    String state;

    @Column(name = "kept_through")
    LocalDate keptThrough;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Version
    long version;
}
