package org.candor.breach.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.candor.events.DirectoryEvent.EntityKind;

/** A legal entity as intake's directory told it last. */
@Entity
@Table(name = "legal_entity")
public class LegalEntity {

    @Id
    @Column(name = "entity_id")
    String entityId;

    String name;

    @Column(name = "time_zone")
    String timeZone;

    @Enumerated(EnumType.STRING)
    EntityKind kind;

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public EntityKind kind() {
        return kind;
    }
}
