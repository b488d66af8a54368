package org.candor.investigation.mitigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.investigation.mitigation.decision.Finding.Harm;
import org.candor.investigation.mitigation.decision.Finding.Training;

/** What was found about harm as it was written once; never changed. */
@Entity
@Table(name = "mitigation_version")
class VersionRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    int change;

    @Enumerated(EnumType.STRING)
    Harm harm;

    @Enumerated(EnumType.STRING)
    Training training;

    @Column(name = "corrected_on")
    LocalDate correctedOn;

    @Column(name = "written_by")
    String writtenBy;

    @Column(name = "written_at")
    Instant writtenAt;

    byte[] words;
}
