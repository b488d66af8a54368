package org.candor.intake.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;

/** A legal entity of the installation. */
@Entity
@Table(name = "legal_entity")
class LegalEntity {

    @Id
    @Column(name = "entity_id")
    String entityId;

    String name;

    @Enumerated(EnumType.STRING)
    EntityKind kind;

    String street;
    String city;
    String state;
    String zip;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "toll_free")
    String tollFree;

    String email;
    String website;

    @Version
    long version;

    EntityChanged fact() {
        return new EntityChanged(entityId, name, kind, street, city, state, zip, timeZone, tollFree, email, website);
    }
}
