package org.candor.investigation.cases;

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
import org.candor.events.CasePhase;
import org.candor.events.ReportKind;
import org.candor.investigation.cases.decision.BreachQuestion;
import org.candor.investigation.cases.decision.NoViolation;

/** A case as it is stored. */
@Entity
@Table(name = "case_file")
class CaseRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    boolean drill;

    @Enumerated(EnumType.STRING)
    CasePhase phase;

    int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "report_kind")
    ReportKind reportKind;

    @Column(name = "by_workforce")
    boolean byWorkforce;

    @Column(name = "by_business_associate")
    boolean byBusinessAssociate;

    boolean anonymous;

    @Column(name = "phi_possible")
    boolean phiPossible;

    boolean urgent;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "learned_at")
    Instant learnedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    Boolean privacy;

    Boolean security;

    @Column(name = "phi_may_be_involved")
    Boolean phiMayBeInvolved;

    @Column(name = "improper_use")
    Boolean improperUse;

    @Column(name = "cyber_related")
    Boolean cyberRelated;

    @Column(name = "cyber_tests")
    String[] cyberTests;

    @Enumerated(EnumType.STRING)
    @Column(name = "no_violation")
    NoViolation.Ground noViolation;

    @Column(name = "no_violation_told")
    String[] noViolationTold;

    Boolean safe;

    @Enumerated(EnumType.STRING)
    BreachQuestion breach;

    @Column(name = "breach_requests")
    int breachRequests;

    @Column(name = "breach_asked_at")
    Instant breachAskedAt;

    @Column(name = "complaint_due_on")
    LocalDate complaintDueOn;

    @Column(name = "complaint_extended_to")
    LocalDate complaintExtendedTo;

    @Column(name = "complaint_answered_on")
    LocalDate complaintAnsweredOn;

    String[] documented;

    @Column(name = "documentation_revision")
    int documentationRevision;

    @Column(name = "followed_up")
    String[] followedUp;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "worked_at")
    Instant workedAt;

    @Column(name = "idle_due_at")
    Instant idleDueAt;

    @Column(name = "idle_zone")
    String idleZone;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "concluded_on")
    LocalDate concludedOn;

    int changes;

    @Version
    long version;
}
