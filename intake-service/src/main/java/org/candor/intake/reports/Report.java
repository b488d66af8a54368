package org.candor.intake.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportState;

/** A report as it was accepted. Only its state ever changes. */
@Entity
@Table(name = "report")
class Report {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    @Enumerated(EnumType.STRING)
    Relation relation;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    Medium medium;

    boolean anonymous;

    @Column(name = "by_workforce")
    boolean byWorkforce;

    @Column(name = "phi_possible")
    boolean phiPossible;

    boolean urgent;
    boolean drill;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "learned_at")
    Instant learnedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    boolean late;

    @Enumerated(EnumType.STRING)
    ReportState state;

    @Column(name = "receipt_hash")
    byte[] receiptHash;

    byte[] details;

    @Version
    long version;

    ReportSubmitted fact() {
        return new ReportSubmitted(
                incidentId,
                entityId,
                kind,
                relation.name(),
                channel.name(),
                anonymous,
                byWorkforce,
                phiPossible,
                urgent,
                happenedAt,
                learnedAt,
                receivedAt,
                late);
    }
}
