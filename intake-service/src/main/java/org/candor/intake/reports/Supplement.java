package org.candor.intake.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ReportEvent.ReportSupplemented;

/** What whoever reported added later (policy III.A.4.a). Never changed. */
@Entity
@Table(name = "report_supplement")
class Supplement {

    static final String TOLD = "report_supplement.told";

    @Id
    @Column(name = "supplement_id")
    UUID supplementId;

    @Column(name = "incident_id")
    UUID incidentId;

    long number;

    @Column(name = "by_associate")
    boolean byAssociate;

    @Column(name = "discovered_on")
    LocalDate discoveredOn;

    @Column(name = "affected_known")
    Long affectedKnown;

    byte[] told;

    @Column(name = "supplied_at")
    Instant suppliedAt;

    ReportSupplemented fact(String entityId) {
        return new ReportSupplemented(
                incidentId, entityId, number, byAssociate, discoveredOn, affectedKnown, suppliedAt);
    }
}
