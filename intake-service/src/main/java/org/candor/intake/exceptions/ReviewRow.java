package org.candor.intake.exceptions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.intake.exceptions.decision.AccessReview.Outcome;

/** One review of an entity's exceptions and grants. Its id is that of the deadline that the board shows. */
@Entity
@Table(name = "access_review")
class ReviewRow {

    @Id
    @Column(name = "review_id")
    UUID reviewId;

    @Column(name = "entity_id")
    String entityId;

    String zone;

    /** From when on it looks at what was let through. */
    @Column(name = "looks_from")
    Instant looksFrom;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Version
    long version;

    DeadlineSet deadline() {
        return new DeadlineSet(
                reviewId,
                null,
                entityId,
                "ACCESS_REVIEW",
                "Review exceptions to access, only readers of restricted cases, and designated helpers",
                dueOn,
                null,
                zone,
                OfficerRole.PRIVACY_OFFICER,
                "Safeguards (E)(2) and (E)(4)(c); 45 CFR 164.308(a)(4)(ii)(C), 164.502(b)");
    }

    DeadlineMet met() {
        LocalDate metOn = LocalDate.ofInstant(recordedAt, ZoneId.of(zone));
        return new DeadlineMet(reviewId, null, metOn, Math.max(0, ChronoUnit.DAYS.between(dueOn, metOn)));
    }
}
