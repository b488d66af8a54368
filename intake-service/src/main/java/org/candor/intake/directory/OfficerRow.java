package org.candor.intake.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.OfficerRole;
import org.candor.kit.outbox.EventJson;

/** A person in a role of an entity. */
@Entity
@Table(name = "officer")
class OfficerRow {

    private record Absences(List<Absence> absences) {}

    @Id
    @Column(name = "officer_id")
    UUID officerId;

    @Column(name = "entity_id")
    String entityId;

    @Enumerated(EnumType.STRING)
    OfficerRole role;

    String person;

    @Column(name = "display_name")
    String displayName;

    String mailbox;

    @Column(name = "absences")
    String absencesJson;

    boolean active;

    @Version
    long version;

    void absences(List<Absence> absences) {
        absencesJson = EventJson.write(new Absences(absences));
    }

    List<Absence> absences() {
        return absences(absencesJson);
    }

    static List<Absence> absences(String json) {
        return EventJson.read(json, Absences.class).absences();
    }

    OfficerChanged fact() {
        return new OfficerChanged(officerId, entityId, role, person, displayName, mailbox, absences(), active);
    }
}
