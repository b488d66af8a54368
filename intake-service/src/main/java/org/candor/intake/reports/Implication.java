package org.candor.intake.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person who was implicated after the report was made. Never removed: recusal is for good. */
@Entity
@Table(name = "report_implicated")
class Implication {

    static final String PERSON = "report_implicated.person";

    @Id
    @Column(name = "implication_id")
    UUID implicationId;

    @Column(name = "incident_id")
    UUID incidentId;

    byte[] person;

    @Column(name = "added_at")
    Instant addedAt;

    @Column(name = "added_by")
    String addedBy;
}
