package org.candor.intake.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.events.DirectoryEvent.DelegateChanged;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;

/** A designation of a helper for an area (policy I.C.1). It ends and is never deleted. */
@Entity
@Table(name = "delegate")
class DelegateRow {

    @Id
    @Column(name = "delegate_id")
    UUID delegateId;

    @Column(name = "entity_id")
    String entityId;

    String area;

    @Enumerated(EnumType.STRING)
    OfficerRole role;

    String[] kinds;
    String person;

    @Column(name = "display_name")
    String displayName;

    String mailbox;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "until_day")
    LocalDate until;

    @Column(name = "designated_by")
    String designatedBy;

    @Column(name = "designated_at")
    Instant designatedAt;

    @Column(name = "ended_by")
    String endedBy;

    @Version
    long version;

    void kinds(List<ReportKind> given) {
        kinds = given.stream().map(ReportKind::name).distinct().toArray(String[]::new);
    }

    List<ReportKind> kinds() {
        return Stream.of(kinds).map(ReportKind::valueOf).toList();
    }

    DelegateChanged fact() {
        return new DelegateChanged(
                delegateId, entityId, area, role, kinds(), person, displayName, mailbox, from, until);
    }
}
