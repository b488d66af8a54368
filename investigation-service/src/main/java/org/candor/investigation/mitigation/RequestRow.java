package org.candor.investigation.mitigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.mitigation.decision.Request;

/** A request to a business associate as it is stored. */
@Entity
@Table(name = "mitigation_request")
class RequestRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_on")
    LocalDate askedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Request.Status status;

    @Column(name = "ended_on")
    LocalDate endedOn;

    byte[] words;

    @Column(name = "ending_words")
    byte[] endingWords;

    Request request() {
        return new Request(id, askedOn, dueOn, status, Optional.ofNullable(endedOn));
    }

    void take(Request next) {
        askedOn = next.askedOn();
        dueOn = next.dueOn();
        status = next.status();
        endedOn = next.endedOn().orElse(null);
    }
}
