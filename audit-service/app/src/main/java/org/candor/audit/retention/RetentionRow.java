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

    @Column(name = "campaign_open")
    boolean campaignOpen;

    @Column(name = "campaign_completed_on")
    LocalDate campaignCompletedOn;

    @Column(name = "keep_through")
    LocalDate keepThrough;

    static RetentionRow of(UUID incidentId) {
        RetentionRow row = new RetentionRow();
        row.incidentId = incidentId;
        return row;
    }

    IncidentRetention state() {
        return new IncidentRetention(
                Optional.ofNullable(caseConcludedOn),
                campaignOpen,
                Optional.ofNullable(campaignCompletedOn),
                Optional.ofNullable(keepThrough));
    }

    void take(IncidentRetention state) {
        caseConcludedOn = state.caseConcludedOn().orElse(null);
        campaignOpen = state.campaignOpen();
        campaignCompletedOn = state.campaignCompletedOn().orElse(null);
        keepThrough = state.keepThrough().orElse(null);
    }
}
