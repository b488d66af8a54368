package org.candor.kit.disposal;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.RetentionEvent;
import org.candor.events.RetentionEvent.DisposalOrdered;
import org.candor.events.RetentionEvent.KeyDestroyed;
import org.candor.events.Topic;
import org.candor.kit.data.Sql;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Disposes of an incident in this service, and says so. The note in {@code vault.disposed} keeps a fact that comes late from
 * making a new key; everything happens in the transaction of the inbox row, so a crash leaves all of it or nothing.
 */
@ApplicationScoped
class Disposals implements EventConsumer<RetentionEvent> {

    private static final String NOTE = """
            insert into vault.disposed (incident_id, disposal_id, disposed_at, hidden) values (?1, ?2, ?3, ?4)
            on conflict (incident_id) do nothing
            """;

    private static final String DESTROY = "delete from vault.data_key where incident_id = ?1";
    private static final String KEEP_BACK = "delete from hand_over where incident_id = ?1";
    private static final String HIDE = "delete from incident_routing where incident_id = ?1";

    private final List<BlindIndexRows> indexes;
    private final Outbox outbox;
    private final Clock clock;
    private final String service;
    private final boolean hides;

    Disposals(
            @All List<BlindIndexRows> indexes,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "candor.service") String service,
            @ConfigProperty(name = "candor.disposal.hides-incident") boolean hides) {
        this.indexes = indexes;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
        this.hides = hides;
    }

    @Override
    public Topic topic() {
        return Topic.RETENTION;
    }

    @Override
    public Uni<Handling> on(RetentionEvent fact, Envelope envelope) {
        return fact instanceof DisposalOrdered order
                ? dispose(order, envelope).replaceWith(Handling.APPLIED)
                : Uni.createFrom().item(Handling.APPLIED);
    }

    private Uni<Void> dispose(DisposalOrdered order, Envelope envelope) {
        UUID incidentId = order.incidentId();
        return Sql.update(NOTE, incidentId, order.disposalId(), clock.instant(), hides)
                .chain(() -> Sql.update(DESTROY, incidentId))
                .call(() ->
                        hides ? Sql.update(HIDE, incidentId) : Uni.createFrom().nullItem())
                .chain(keys -> destroyIndexes(incidentId, 0, 0)
                        .map(rows -> new KeyDestroyed(
                                order.disposalId(), incidentId, service, keys > 0, rows, clock.instant())))
                .chain(destroyed -> outbox.publish(
                        Topic.RETENTION, destroyed, Origin.system(envelope.entityId(), envelope.drill())));
    }

    /** One after another: a session bears no two at once. */
    private Uni<Long> destroyIndexes(UUID incidentId, int next, long sum) {
        return next == indexes.size()
                ? Uni.createFrom().item(sum)
                : indexes.get(next).destroy(incidentId).chain(rows -> destroyIndexes(incidentId, next + 1, sum + rows));
    }
}
