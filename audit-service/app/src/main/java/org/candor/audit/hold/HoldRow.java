package org.candor.audit.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.candor.audit.hold.decision.HoldReason;

/** A legal hold as it is stored. */
@Entity
@Table(name = "legal_hold")
class HoldRow {

    static final String NOTE = "legal_hold.note";

    @Id
    @Column(name = "hold_id")
    UUID holdId;

    /** Null for a hold on a period. */
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "from_on")
    LocalDate fromOn;

    @Column(name = "to_on")
    LocalDate toOn;

    @Column(name = "from_at")
    Instant fromAt;

    @Column(name = "to_at")
    Instant toAt;

    @Enumerated(EnumType.STRING)
    HoldReason reason;

    byte[] note;

    @Column(name = "placed_by")
    String placedBy;

    @Column(name = "placed_at")
    Instant placedAt;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_at")
    Instant liftedAt;

    @Version
    long version;

    /** Both days included; without a last day the period is open. */
    void cover(LocalDate from, LocalDate to, ZoneId zone) {
        fromOn = from;
        toOn = to;
        fromAt = from.atStartOfDay(zone).toInstant();
        toAt = to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
