package org.candor.investigation.evidence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Cursor;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** Evidence as rows. Call inside a session, after the case itself was found to be visible. */
@ApplicationScoped
class EvidenceStore {

    /** An item with its chain and what was found about it. */
    record Stored(
            EvidenceRow row, List<CustodyRow> chain, Optional<Long> fileSize, Optional<ExaminationRow> examination) {
        Item item() {
            return row.item(chain, fileSize.isPresent());
        }
    }

    /** The item of that case for reading, or {@code NOT_FOUND}. */
    Uni<Stored> find(UUID incidentId, UUID itemId) {
        return whole(incidentId, Panache.getSession().chain(session -> session.find(EvidenceRow.class, itemId)));
    }

    /** The same, locked until the transaction ends. */
    Uni<Stored> findForChange(UUID incidentId, UUID itemId) {
        return whole(
                incidentId,
                Panache.getSession()
                        .chain(session -> session.find(EvidenceRow.class, itemId, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Newest first, one more than {@code limit} when there are more. */
    Uni<List<EvidenceRow>> list(UUID incidentId, Optional<UUID> stepEntry, Optional<Cursor> after, int limit) {
        String query = "from EvidenceRow e where e.incidentId = :incident"
                + stepEntry.map(entry -> " and e.stepEntryId = :entry").orElse("")
                + after.map(cursor -> " and (e.recordedAt < :at or e.recordedAt = :at and e.id < :id)")
                        .orElse("")
                + " order by e.recordedAt desc, e.id desc";
        return Panache.getSession().chain(session -> {
            SelectionQuery<EvidenceRow> rows =
                    session.createSelectionQuery(query, EvidenceRow.class).setParameter("incident", incidentId);
            stepEntry.ifPresent(entry -> rows.setParameter("entry", entry));
            after.ifPresent(cursor -> rows.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
            return rows.setMaxResults(limit + 1).getResultList();
        });
    }

    /** Every item of the case in the order in which they were recorded. */
    Uni<List<EvidenceRow>> all(UUID incidentId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from EvidenceRow e where e.incidentId = :incident order by e.recordedAt, e.id",
                                EvidenceRow.class)
                        .setParameter("incident", incidentId)
                        .getResultList());
    }

    Uni<FileRow> file(UUID itemId) {
        return one(FileRow.class, itemId);
    }

    Uni<Boolean> hasStepEntry(UUID incidentId, UUID entry) {
        return Sql.rows(
                        Long.class,
                        "select count(*) from step_entry where id = ?1 and incident_id = ?2",
                        entry,
                        incidentId)
                .map(rows -> rows.getFirst() == 1);
    }

    Uni<Void> keep(Object... rows) {
        return Panache.getSession().chain(session -> session.persistAll(rows).chain(session::flush));
    }

    private Uni<Stored> whole(UUID incidentId, Uni<EvidenceRow> found) {
        return found.map(row -> {
                    if (row == null || !row.incidentId.equals(incidentId)) {
                        throw Problem.notFound();
                    }
                    return row;
                })
                .chain(row -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "from CustodyRow c where c.itemId = :item order by c.n", CustodyRow.class)
                                .setParameter("item", row.id)
                                .getResultList())
                        .chain(chain -> Sql.rows(
                                        Long.class, "select size from evidence_file where item_id = ?1", row.id)
                                .chain(sizes -> one(ExaminationRow.class, row.id)
                                        .map(examination -> new Stored(
                                                row,
                                                chain,
                                                sizes.stream().findFirst(),
                                                Optional.ofNullable(examination))))));
    }

    private static <R> Uni<R> one(Class<R> type, UUID id) {
        return Panache.getSession().chain(session -> session.find(type, id));
    }
}
