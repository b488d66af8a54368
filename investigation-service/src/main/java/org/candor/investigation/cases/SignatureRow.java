package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A signed version of a form; never changed. */
@Entity
@Table(name = "form_signature")
class SignatureRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String form;

    int version;

    int round;

    int revision;

    @Column(name = "step_entries")
    int stepEntries;

    @Column(name = "signed_by")
    String signedBy;

    @Column(name = "signed_at")
    Instant signedAt;

    String sha256;
}
