package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.investigation.cases.decision.CaseFact.LetterFrozen;

/** A letter to the complainant as it was sent; never changed. */
@Entity
@Table(name = "complaint_letter")
class LetterRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Enumerated(EnumType.STRING)
    LetterFrozen.Kind kind;

    @Enumerated(EnumType.STRING)
    LetterChannel channel;

    LocalDate dated;

    @Column(name = "written_by")
    String writtenBy;

    @Column(name = "written_at")
    Instant writtenAt;

    String sha256;

    byte[] words;

    byte[] pdf;
}
