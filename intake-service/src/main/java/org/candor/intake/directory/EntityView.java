package org.candor.intake.directory;

import org.candor.events.DirectoryEvent.EntityKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal entity as it is. */
@Schema(name = "LegalEntity")
public record EntityView(
        String entityId,
        String name,
        EntityKind kind,
        String street,
        String city,
        String state,
        String zip,
        String timeZone,
        String tollFree,
        String email,
        String website) {

    static EntityView of(LegalEntity entity) {
        return new EntityView(
                entity.entityId,
                entity.name,
                entity.kind,
                entity.street,
                entity.city,
                entity.state,
                entity.zip,
                entity.timeZone,
                entity.tollFree,
                entity.email,
                entity.website);
    }
}
