package org.candor.intake.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.candor.events.ReportKind;
import org.candor.intake.reports.decision.Relation;

/** What a report said before a correction; number 1 is the original. Never changed. */
@Entity
@Table(name = "report_version")
@IdClass(ReportVersion.Key.class)
class ReportVersion {

    private static final String DETAILS = "report_version.details";
    private static final String REASON = "report_version.reason";

    /** Identifies a version. */
    record Key(UUID incidentId, long number) {}

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Id
    long number;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    @Enumerated(EnumType.STRING)
    Relation relation;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    Medium medium;

    @Column(name = "phi_possible")
    boolean phiPossible;

    boolean urgent;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "learned_at")
    Instant learnedAt;

    boolean late;

    byte[] details;

    @Column(name = "replaced_at")
    Instant replacedAt;

    @Column(name = "replaced_by")
    String replacedBy;

    byte[] reason;

    /** Where the details of this version stand, as the cipher binds them: one version can not pass for another. */
    String placeOfDetails() {
        return DETAILS + "/" + number;
    }

    String placeOfReason() {
        return REASON + "/" + number;
    }

    static ReportVersion of(Report report) {
        ReportVersion version = new ReportVersion();
        version.incidentId = report.incidentId;
        version.number = report.reportVersion;
        version.kind = report.kind;
        version.relation = report.relation;
        version.channel = report.channel;
        version.medium = report.medium;
        version.phiPossible = report.phiPossible;
        version.urgent = report.urgent;
        version.happenedAt = report.happenedAt;
        version.learnedAt = report.learnedAt;
        version.late = report.late;
        return version;
    }
}
