package org.candor.audit.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.audit.retention.decision.IncidentRetention.Kept;
import org.candor.kit.outbox.Origin;

/** {@link IncidentRetention} as it is stored. */
@Entity
@Table(name = "retention")
class RetentionRow {

    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Version
    int version;

    @Column(name = "case_concluded_on")
    LocalDate caseConcludedOn;

    @Column(name = "case_reopened")
    boolean caseReopened;

    @Column(name = "campaign_open")
    boolean campaignOpen;

    @Column(name = "campaign_completed_on")
    LocalDate campaignCompletedOn;

    @Column(name = "last_record_on")
    LocalDate lastRecordOn;

    @Column(name = "keep_through")
    LocalDate keepThrough;

    @Column(name = "entity_id")
    String entityId = "";

    boolean drill;

    /** Why that date; empty before there is one. */
    String reason = "";

    static RetentionRow of(UUID incidentId) {
        RetentionRow row = new RetentionRow();
        row.incidentId = incidentId;
        return row;
    }

    IncidentRetention state() {
        return new IncidentRetention(
                Optional.ofNullable(caseConcludedOn),
                caseReopened,
                campaignOpen,
                Optional.ofNullable(campaignCompletedOn),
                Optional.ofNullable(lastRecordOn),
                Optional.ofNullable(keepThrough));
    }

    KnownRetention known() {
        return new KnownRetention(state(), Origin.system(entityId, drill), reason);
    }

    void take(IncidentRetention.Decision decision, Origin origin) {
        IncidentRetention state = decision.next();
        caseConcludedOn = state.caseConcludedOn().orElse(null);
        caseReopened = state.caseReopened();
        campaignOpen = state.campaignOpen();
        campaignCompletedOn = state.campaignCompletedOn().orElse(null);
        lastRecordOn = state.lastRecordOn().orElse(null);
        keepThrough = state.keepThrough().orElse(null);
        reason = decision.kept().map(Kept::reason).orElse(reason);
        entityId = origin.entityId();
        drill = origin.drill();
    }
}
