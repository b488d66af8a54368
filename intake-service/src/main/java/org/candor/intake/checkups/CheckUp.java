package org.candor.intake.checkups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.events.ReportEvent.CheckUpDue;
import org.candor.intake.checkups.decision.Outcome;
import org.candor.kit.outbox.Origin;

/**
 * One question to whoever reported. Its id is that of the deadline that the board shows.
 *
 * <pre>
 * PLANNED ──its day comes──▶ DUE ──asked──▶ RECORDED
 *    │                        │
 *    └──────he declined───────┴──▶ CANCELLED
 * </pre>
 */
@Entity
@Table(name = "check_up")
class CheckUp {

    static final String NOTE = "check_up.note";

    /** Where it stands. */
    enum State {
        PLANNED,
        DUE,
        RECORDED,
        CANCELLED
    }

    @Id
    @Column(name = "check_up_id")
    UUID checkUpId;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "entity_id")
    String entityId;

    boolean drill;
    String zone;
    long number;

    @Column(name = "days_after")
    long daysAfter;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    State state;

    /** Whose duty it is to ask. */
    @Enumerated(EnumType.STRING)
    OfficerRole role;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    byte[] note;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    DeadlineSet deadline() {
        return new DeadlineSet(
                checkUpId,
                incidentId,
                entityId,
                "RETALIATION_CHECK_UP",
                "Ask whoever reported whether there was retaliation (%d days)".formatted(daysAfter),
                dueOn,
                null,
                zone,
                role,
                "Policy I.B.1.b; 45 CFR 164.530(g)");
    }

    CheckUpDue due() {
        return new CheckUpDue(incidentId, entityId, number, daysAfter, dueOn, role);
    }

    DeadlineMet met() {
        LocalDate metOn = LocalDate.ofInstant(recordedAt, ZoneId.of(zone));
        return new DeadlineMet(checkUpId, incidentId, metOn, Math.max(0, ChronoUnit.DAYS.between(dueOn, metOn)));
    }

    DeadlineCancelled cancelled() {
        return new DeadlineCancelled(checkUpId, incidentId, "Whoever reported wants no further questions");
    }

    Origin origin(String actor) {
        return new Origin(entityId, drill, actor);
    }
}
