package org.candor.audit.hold;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;

/** All legal holds. Call inside a session. */
@ApplicationScoped
public class Holds implements PanacheRepositoryBase<HoldRow, UUID> {

    /** Whoever places a hold and whoever approves a disposal wait for each other: one of them comes first. */
    private static final String GATE = "select 1 from (select pg_advisory_xact_lock(727117)) as passed";

    /** A period covers an incident with any event in it, reading included: rather one too many is held than one too few. */
    private static final String ON = """
            select h.hold_id from legal_hold h
             where h.lifted_at is null
               and (h.incident_id = ?1
                    or h.incident_id is null and exists (
                           select 1 from trail.entry e
                            where e.incidents @> array[cast(?1 as uuid)] and e.entity_id = h.entity_id
                              and e.happened_at >= h.from_at and (h.to_at is null or e.happened_at < h.to_at)))
            """;

    private static final String VISIBLE = """
            select h.* from legal_hold h
             where case when h.incident_id is null then ?2 = '*' or h.entity_id = any (string_to_array(?2, ','))
                        else incident_visible(h.incident_id, ?1, ?2) end
            """;

    private static final String DISPOSED =
            "select count(*) from disposal where incident_id = ?1 and state in ('RUNNING', 'COMPLETED')";

    /** Returns when this transaction is the only one that places or lifts a hold or decides on a disposal. */
    public Uni<Void> passGate() {
        return Sql.rows(Integer.class, GATE).replaceWithVoid();
    }

    /** The holds under which the incident is. */
    public Uni<List<UUID>> on(UUID incidentId) {
        return Sql.rows(UUID.class, ON, incidentId);
    }

    Uni<Boolean> isDisposedOf(UUID incidentId) {
        return Sql.rows(Long.class, DISPOSED, incidentId).map(rows -> rows.getFirst() > 0);
    }

    Uni<Optional<HoldRow>> visible(UUID holdId, String person, String entities) {
        return Sql.rows(HoldRow.class, VISIBLE + " and h.hold_id = ?3", person, entities, holdId)
                .map(rows -> rows.stream().findFirst());
    }

    /** Up to {@code limit + 1}, newest first. */
    Uni<List<HoldRow>> page(boolean active, String person, String entities, Cursor after, int limit) {
        return Sql.rows(HoldRow.class, VISIBLE + """
                         and (h.lifted_at is null or not cast(?3 as boolean)) and (h.placed_at, h.hold_id) < (?4, ?5)
                         order by h.placed_at desc, h.hold_id desc limit ?6
                        """, person, entities, active, after.at(), after.id(), limit + 1);
    }
}
