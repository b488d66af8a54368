package org.candor.notification.media;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.notification.NotificationProblem;

/** The outlets of each jurisdiction, kept per legal entity. */
@ApplicationScoped
class MediaOutlets {

    private static final String COLUMNS =
            "select id, entity_id, jurisdiction, name, email, medium, active, version from media_outlet ";

    private static final String ADD = """
            insert into media_outlet (id, entity_id, jurisdiction, name, email, medium, active, version, changed_at, changed_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9) on conflict do nothing
            """;

    private static final String CHANGE = """
            update media_outlet
               set jurisdiction = ?2, name = ?3, email = ?4, medium = ?5, active = ?6, version = version + 1, changed_at = ?7,
                   changed_by = ?8
             where id = ?1
            """;

    /** An outlet with the version that a change must name. */
    record Tagged(OutletRequest.View view, long version) {}

    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    MediaOutlets(Idempotency idempotency, Caller caller, Clock clock, Ids ids) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those that the request names, else those that are kept. Call inside a session. */
    Uni<List<MediaRequest.Outlet>> known(String entityId, MediaRequest request) {
        if (request.outlets() != null) {
            return Uni.createFrom().item(request.outlets());
        }
        return Sql.rows(
                        Object[].class,
                        COLUMNS + "where entity_id = ?1 and jurisdiction = ?2 and active order by name",
                        entityId,
                        request.jurisdiction())
                .map(rows -> rows.stream()
                        .map(row -> new MediaRequest.Outlet((String) row[3], (String) row[4]))
                        .toList())
                .invoke(outlets -> {
                    if (outlets.isEmpty()) {
                        throw new Problem(NotificationProblem.NO_OUTLETS).field("/outlets", request.jurisdiction());
                    }
                });
    }

    Uni<List<OutletRequest.View>> all(String jurisdiction) {
        return Transactions.read(() -> Sql.rows(
                        Object[].class,
                        COLUMNS + "where (?1 = '*' or entity_id = any (string_to_array(?1, ',')))"
                                + " and (?2 = '' or jurisdiction = ?2) order by entity_id, jurisdiction, name limit 2000",
                        caller.entitiesFilter(),
                        jurisdiction == null ? "" : jurisdiction)
                .map(rows -> rows.stream().map(row -> tagged(row).view()).toList()));
    }

    Uni<Tagged> one(UUID id) {
        return Transactions.read(() -> find(id));
    }

    Uni<OutletRequest.View> add(OutletRequest request, String retryKey) {
        mayActFor(request.entityId());
        return Transactions.run(
                () -> idempotency.once("add-outlet", retryKey, request, OutletRequest.View.class, () -> add(request)));
    }

    Uni<Tagged> change(UUID id, OutletRequest request, String ifMatch) {
        return Transactions.run(() -> find(id).invoke(found -> EntityTags.check(ifMatch, found.version()))
                .chain(() -> Sql.update(
                        CHANGE,
                        id,
                        request.jurisdiction(),
                        request.name(),
                        request.email(),
                        request.medium().name(),
                        request.active(),
                        clock.instant(),
                        caller.subject()))
                .chain(() -> find(id)));
    }

    private Uni<OutletRequest.View> add(OutletRequest request) {
        UUID id = ids.next();
        return Sql.update(
                        ADD,
                        id,
                        request.entityId(),
                        request.jurisdiction(),
                        request.name(),
                        request.email(),
                        request.medium().name(),
                        request.active(),
                        clock.instant(),
                        caller.subject())
                .invoke(added -> {
                    if (added == 0) {
                        throw new Problem(NotificationProblem.ALREADY_DONE).field("/name", "kept already");
                    }
                })
                .chain(() -> find(id))
                .map(Tagged::view);
    }

    private Uni<Tagged> find(UUID id) {
        return Sql.rows(Object[].class, COLUMNS + "where id = ?1", id)
                .map(rows -> rows.stream().findFirst().map(MediaOutlets::tagged).orElseThrow(Problem::notFound))
                .invoke(found -> mayActFor(found.view().entityId()));
    }

    private void mayActFor(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
    }

    private static Tagged tagged(Object[] row) {
        return new Tagged(
                new OutletRequest.View(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        OutletRequest.Medium.valueOf((String) row[5]),
                        (Boolean) row[6]),
                ((Number) row[7]).longValue());
    }
}
