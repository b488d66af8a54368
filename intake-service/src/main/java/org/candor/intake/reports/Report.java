package org.candor.intake.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportState;
import org.candor.intake.reports.decision.ReportState.CaseFact;

/** A report in its newest version; what a correction replaces is kept in {@link ReportVersion}. */
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

    @Column(name = "report_version")
    long reportVersion = 1;

    /** The officer who wrote it down for somebody; null where whoever reported wrote it. */
    @Column(name = "taken_by")
    String takenBy;

    @Column(name = "answer_due_on")
    LocalDate answerDueOn;

    UUID follows;

    @Column(name = "associate_id")
    String associateId;

    @Column(name = "associate_discovered_on")
    LocalDate associateDiscoveredOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "associate_standing")
    Standing associateStanding;

    @Column(name = "associate_contract_days")
    Long associateContractDays;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    byte[] withdrawal;
    String[] terms;

    @Column(name = "system_terms")
    String[] systemTerms;

    /** Written anew by {@link Rerouting}, past this entity. */
    @Column(name = "routed_on", updatable = false)
    LocalDate routedOn;

    @Column(name = "routed_revision", updatable = false)
    long routedRevision;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    long version;

    void follow(CaseFact fact, Instant now) {
        state = state.after(fact);
        updatedAt = now;
    }

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
                late,
                answerDueOn,
                follows,
                associateId,
                associateDiscoveredOn,
                associateStanding == null ? null : associateStanding.name(),
                associateContractDays);
    }
}
