package org.candor.breach.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.DirectoryEvent;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Keeps name and calendar of each entity; open assessments keep those they began with. */
@ApplicationScoped
class DirectoryConsumer implements EventConsumer<DirectoryEvent> {

    private static final String PUT = """
            insert into legal_entity (entity_id, name, time_zone, kind) values (?1, ?2, ?3, ?4)
            on conflict (entity_id) do update
               set name = excluded.name, time_zone = excluded.time_zone, kind = excluded.kind
            """;

    @Override
    public Topic topic() {
        return Topic.DIRECTORY;
    }

    @Override
    public Uni<Handling> on(DirectoryEvent fact, Envelope envelope) {
        if (!(fact instanceof EntityChanged entity)) {
            return Uni.createFrom().item(Handling.APPLIED);
        }
        return Sql.update(
                        PUT,
                        entity.entityId(),
                        entity.name(),
                        entity.timeZone(),
                        entity.kind().name())
                .replaceWith(Handling.APPLIED);
    }
}
