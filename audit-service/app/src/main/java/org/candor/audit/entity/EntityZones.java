package org.candor.audit.entity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.candor.events.DirectoryEvent;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** The time zones of the legal entities, from intake's directory. */
@ApplicationScoped
public class EntityZones implements EventConsumer<DirectoryEvent> {

    private static final String PUT = """
            insert into entity_zone (entity_id, time_zone) values (?1, ?2)
            on conflict (entity_id) do update set time_zone = excluded.time_zone
            """;

    /** The entity's zone, UTC before the directory has told it. Call inside a session. */
    public Uni<ZoneId> of(String entityId) {
        return Sql.rows(String.class, "select time_zone from entity_zone where entity_id = ?1", entityId)
                .map(rows -> rows.stream().findFirst().map(ZoneId::of).orElse(ZoneOffset.UTC));
    }

    @Override
    public Topic topic() {
        return Topic.DIRECTORY;
    }

    @Override
    public Uni<Handling> on(DirectoryEvent fact, Envelope envelope) {
        return fact instanceof EntityChanged entity
                ? Sql.update(PUT, entity.entityId(), entity.timeZone()).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }
}
