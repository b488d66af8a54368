package org.candor.investigation.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One note, written as it occurred (policy S1.e); never changed. */
@Entity
@Table(name = "sanction_note")
class NoteRow {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long position;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "person_id")
    UUID personId;

    String kind;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "written_by")
    String writtenBy;

    @Column(name = "written_at")
    Instant writtenAt;

    byte[] words;
}
