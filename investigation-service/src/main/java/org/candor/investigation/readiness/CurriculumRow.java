package org.candor.investigation.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.investigation.readiness.decision.Curriculum;

/** What an entity asks of a role. */
@Entity
@Table(name = "curriculum")
class CurriculumRow {

    @Id
    UUID id;

    @Column(name = "entity_id")
    String entityId;

    String role;
    String[] courses;

    @Column(name = "within_days")
    int withinDays;

    @Column(name = "adopted_on")
    LocalDate adoptedOn;

    int changes;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    /** By course; one that is not here is asked for since the curriculum was adopted. */
    @Transient
    Map<String, LocalDate> askedSince = Map.of();

    LocalDate askedSince(String course) {
        return askedSince.getOrDefault(course, adoptedOn);
    }

    Curriculum curriculum() {
        return new Curriculum(
                role,
                Arrays.stream(courses).collect(Collectors.toMap(Function.identity(), this::askedSince)),
                withinDays);
    }
}
