package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.Review.TaskStatus;

/** Something to do, and how it ended. */
@Entity
@Table(name = "case_task")
class TaskRow {

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "recommendation_id")
    UUID recommendationId;

    @Enumerated(EnumType.STRING)
    OfficerRole owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    TaskStatus status;

    @Column(name = "ended_on")
    LocalDate endedOn;

    byte[] words;

    @Column(name = "ending_words")
    byte[] endingWords;
}
