package org.candor.notification.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.Idempotency;
import org.candor.notification.Hashes;
import org.candor.notification.NotificationProblem;

/**
 * Takes roster files: a small one in one request, a large one in parts that are tried first. A roster may come before its
 * campaign. The same file again changes nothing.
 */
@ApplicationScoped
class Rosters {

    private static final String VISIBLE = "select incident_visible(?1, ?2, ?3)";

    private final Visibility visibility;
    private final RosterImports imports;
    private final RosterImporter importer;
    private final RosterViews views;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Idempotency idempotency;
    private final Caller caller;

    Rosters(
            Visibility visibility,
            RosterImports imports,
            RosterImporter importer,
            RosterViews views,
            IncidentVault vault,
            AccessLog accessLog,
            Idempotency idempotency,
            Caller caller) {
        this.visibility = visibility;
        this.imports = imports;
        this.importer = importer;
        this.views = views;
        this.vault = vault;
        this.accessLog = accessLog;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** A whole small file, tried and imported before it is answered. What can't be read leaves nothing behind. */
    Uni<RosterImportView> take(UUID incidentId, byte[] file) {
        String actor = caller.subject();
        return Transactions.run(() -> visibility
                        .require(incidentId)
                        .call(() -> accessLog.read("import-roster", incidentId))
                        .chain(() -> imports.imported(incidentId, Hashes.sha256(file)))
                        .chain(found -> found.map(one -> Uni.createFrom().item(one))
                                .orElseGet(() -> received(incidentId, file, actor))))
                .chain(importer::work)
                .chain(row -> row.refusedAsAWhole()
                        ? Transactions.run(() -> imports.remove(row.id()))
                                .chain(() -> Uni.createFrom().<RosterImportView>failure(unreadable(row)))
                        : Transactions.read(() -> views.full(row)));
    }

    private Uni<RosterImportRow> received(UUID incidentId, byte[] file, String actor) {
        return imports.create(incidentId, RosterFormat.PLAIN, Optional.empty(), actor)
                .call(id -> vault.open(incidentId).chain(cipher -> imports.putAll(id, file, cipher)))
                .call(id -> imports.begin(id, "CHECKING", true, imports.lease()))
                .chain(id -> imports.get(incidentId, id));
    }

    Uni<RosterImportView> create(UUID incidentId, RosterImportRequest request, String retryKey) {
        RosterFormat format = request.format();
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> idempotency.once(
                        "create-roster-import-" + incidentId,
                        retryKey,
                        request,
                        RosterImportView.class,
                        () -> imports.create(
                                        incidentId, format, Optional.ofNullable(request.sha256()), caller.subject())
                                .chain(id -> imports.get(incidentId, id))
                                .map(RosterViews::progress))));
    }

    Uni<Void> put(UUID incidentId, UUID importId, int number, byte[] part) {
        if (part.length > RosterImports.PART) {
            throw new Problem(NotificationProblem.ROSTER_PART_TOO_LARGE);
        }
        return Transactions.run(() -> open(incidentId, importId, List.of("RECEIVING"))
                .chain(row -> vault.open(incidentId))
                .chain(cipher -> imports.putPart(importId, number, part, cipher))
                .replaceWithVoid());
    }

    /** Other words about the same bytes; what was tried under the earlier ones counts no longer. */
    Uni<RosterImportView> describe(UUID incidentId, UUID importId, RosterImportRequest request) {
        RosterFormat format = request.format();
        return Transactions.run(() -> open(incidentId, importId, List.of("RECEIVING", "CHECKED", "REFUSED"))
                .chain(row -> imports.describe(importId, format, Optional.ofNullable(request.sha256())))
                .chain(() -> imports.get(incidentId, importId))
                .map(RosterViews::progress));
    }

    /** Tries the file: nothing of anybody is stored. */
    Uni<RosterImportView> tryOut(UUID incidentId, UUID importId) {
        return begin(incidentId, importId, List.of("RECEIVING", "CHECKED"), "CHECKING");
    }

    /** Only what was tried is imported. */
    Uni<RosterImportView> start(UUID incidentId, UUID importId) {
        return begin(incidentId, importId, List.of("CHECKED"), "IMPORTING");
    }

    Uni<RosterImportView> get(UUID incidentId, UUID importId) {
        return Transactions.run(() ->
                seen(incidentId).chain(() -> imports.get(incidentId, importId)).chain(views::full));
    }

    /** Who follows an import, as it was when he began: a stream outlives the request that knows him. */
    record Follower(String person, String entities) {}

    Follower follower() {
        return new Follower(caller.subject(), caller.entitiesFilter());
    }

    /** Asked at each step: for whom the incident ceases to exist the stream ends. */
    Uni<RosterImportRow> progress(UUID incidentId, UUID importId, Follower follower) {
        return Transactions.read(() -> Sql.rows(
                        Boolean.class, VISIBLE, incidentId, follower.person(), follower.entities())
                .invoke(visible -> {
                    if (!visible.getFirst()) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> imports.get(incidentId, importId)));
    }

    Uni<RosterImportRow> visible(UUID incidentId, UUID importId) {
        return Transactions.run(() -> seen(incidentId).chain(() -> imports.get(incidentId, importId)));
    }

    private Uni<Void> seen(UUID incidentId) {
        return visibility.require(incidentId).chain(() -> accessLog.read("read-roster-import", incidentId));
    }

    Uni<String> lines(UUID importId, long from, long to) {
        return Transactions.read(() -> views.lines(importId, from, to));
    }

    Uni<List<RosterImportView>> all(UUID incidentId) {
        return Transactions.run(() -> seen(incidentId)
                .chain(() -> imports.all(incidentId))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(views::full)
                        .collect()
                        .asList()));
    }

    private Uni<RosterImportView> begin(UUID incidentId, UUID importId, List<String> from, String state) {
        return Transactions.run(() -> open(incidentId, importId, from)
                .call(() -> accessLog.read("import-roster", incidentId))
                .chain(() -> imports.complete(importId))
                .chain(complete -> complete
                        ? imports.begin(importId, state, false, java.time.Instant.EPOCH)
                        : imports.refuse(importId, new UnreadableRoster(UnreadableRoster.Cause.PARTS_MISSING, "")))
                .chain(() -> imports.get(incidentId, importId))
                .map(RosterViews::progress));
    }

    private Uni<RosterImportRow> open(UUID incidentId, UUID importId, List<String> states) {
        return visibility
                .require(incidentId)
                .chain(() -> imports.locked(incidentId, importId))
                .invoke(row -> {
                    if (!states.contains(row.state())) {
                        throw new Problem(NotificationProblem.ROSTER_NOT_IN_THAT_STATE).field("/state", row.state());
                    }
                });
    }

    private static Problem unreadable(RosterImportRow row) {
        return new Problem(NotificationProblem.ROSTER_UNREADABLE).field(row.refusal(), row.detail());
    }
}
