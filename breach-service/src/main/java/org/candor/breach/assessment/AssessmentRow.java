package org.candor.breach.assessment;

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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.obligations.Recomputing;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.AssessmentOutcome;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.Origin;
import org.hibernate.annotations.OptimisticLock;

/** An assessment as it is stored: what people wrote is sealed, the columns beside it mirror what it says. */
@Entity
@Table(name = "assessment")
class AssessmentRow {

    private static final String PLACE = "assessment.dossier";

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "entity_name")
    String entityName;

    @Column(name = "time_zone")
    String timeZone;

    boolean drill;

    @Enumerated(EnumType.STRING)
    StateName state;

    int edition;

    @Enumerated(EnumType.STRING)
    AssessmentOutcome outcome;

    @Column(name = "discovered_on")
    LocalDate discoveredOn;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "concluded_at")
    Instant concludedAt;

    byte[] dossier;

    String progress;

    int computation;

    @Column(name = "tracking_number")
    String trackingNumber;

    @Column(name = "submitted_on")
    LocalDate submittedOn;

    /** When anything about the breach last moved, here or at notification-service; alone it makes no new version. */
    @OptimisticLock(excluded = true)
    @Column(name = "moved_at")
    Instant movedAt;

    /** The newest roster counts otherwise than the facts, and nobody has adopted its counts. */
    @Column(name = "counts_open")
    boolean countsOpen;

    /** People named in the first report to the Secretary; null before it. */
    @Column(name = "reported_total")
    Long reportedTotal;

    @Column(name = "addendum_due")
    LocalDate addendumDue;

    @Column(name = "part2_tracking_number")
    String part2TrackingNumber;

    /** The breach whose letters went astray and so made this one; null for all others. */
    @Column(name = "parent_incident_id")
    UUID parentIncidentId;

    @Version
    long version;

    Assessment open(IncidentCipher cipher) {
        return DossierJson.read(cipher.read(PLACE, incidentId, dossier));
    }

    void keep(Assessment assessment, IncidentCipher cipher, Instant now) {
        dossier = cipher.seal(PLACE, incidentId, DossierJson.write(assessment));
        state = StateName.of(assessment);
        edition = assessment.edition();
        discoveredOn = assessment.dossier().discovery().on().orElse(null);
        Conclusion conclusion = conclusion(assessment);
        outcome = conclusion == null ? null : conclusion.outcome();
        concludedAt = conclusion == null ? null : conclusion.decidedAt().truncatedTo(ChronoUnit.MICROS);
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
        moved(now);
    }

    /** Something moved that is not kept in this row. */
    void moved(Instant now) {
        movedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    Progress progress() {
        return ProgressJson.read(progress);
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    Origin origin(String actor) {
        return new Origin(entityId, drill, actor);
    }

    Recomputing.Breach breach() {
        return new Recomputing.Breach(incidentId, entityId, zone());
    }

    static Conclusion conclusion(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Presumed presumed -> null;
            case Assessment.NoticesOwed owed -> owed.conclusion();
            case Assessment.NothingOwed nothing -> nothing.conclusion();
        };
    }
}
