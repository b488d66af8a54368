package org.candor.investigation.cases;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.web.Cursor;

/** Finds cases. Call inside a session; nothing here asks who may see what, but the list does. */
@ApplicationScoped
class Cases implements PanacheRepositoryBase<CaseRow, UUID> {

    /** The case for reading. */
    Uni<Optional<StoredCase>> find(UUID incidentId) {
        return whole(findById(incidentId));
    }

    /**
     * The case for changing. The row is locked, so that of two who change the same version the second waits and then
     * learns that his version is stale.
     */
    Uni<Optional<StoredCase>> findForChange(UUID incidentId) {
        return whole(findById(incidentId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first, one more than {@code limit} when there are more. */
    Uni<List<CaseRow>> list(CaseFilter filter, Optional<Cursor> after, int limit, String person, String entities) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        conditions.add("incident_visible(c.incidentId, :person, :entities)");
        values.put("person", person);
        values.put("entities", entities);
        filter.into(conditions, values);
        after.ifPresent(cursor -> {
            conditions.add("(c.openedAt < :at or c.openedAt = :at and c.incidentId < :id)");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        String query = "from CaseRow c where " + String.join(" and ", conditions)
                + " order by c.openedAt desc, c.incidentId desc";
        return find(query, values).range(0, limit).list();
    }

    /** Complaints of an entity whose due day waits for the entity's zone. */
    Uni<List<UUID>> complaintsWithoutDueDay(String entityId) {
        return rows(
                UUID.class,
                "select c.incidentId from CaseRow c"
                        + " where c.entityId = ?1 and c.reportKind = COMPLAINT and c.complaintDueOn is null",
                entityId);
    }

    Uni<List<PhaseRow>> phases(UUID incidentId) {
        return rows(PhaseRow.class, "from PhaseRow p where p.incidentId = ?1 order by p.startedAt, p.id", incidentId);
    }

    Uni<List<TimelineRow>> timeline(UUID incidentId) {
        return rows(TimelineRow.class, "from TimelineRow t where t.incidentId = ?1 order by t.position", incidentId);
    }

    private Uni<Optional<DocumentationRow>> newestDocumentation(UUID incidentId) {
        return rows(
                        DocumentationRow.class,
                        "from DocumentationRow d where d.incidentId = ?1 order by d.revision desc limit 1",
                        incidentId)
                .map(found -> found.stream().findFirst());
    }

    private Uni<Optional<FollowUpRow>> newestFollowUp(UUID incidentId) {
        return rows(
                        FollowUpRow.class,
                        "from FollowUpRow f where f.incidentId = ?1 order by f.writtenAt desc, f.id desc limit 1",
                        incidentId)
                .map(found -> found.stream().findFirst());
    }

    /** What people have written, newest versions. */
    record Papers(Optional<DocumentationRow> documentation, Optional<FollowUpRow> followUp, List<LetterRow> letters) {}

    Uni<Papers> papers(UUID incidentId) {
        return newestDocumentation(incidentId)
                .chain(documentation -> newestFollowUp(incidentId)
                        .chain(followUp ->
                                letters(incidentId).map(letters -> new Papers(documentation, followUp, letters))));
    }

    Uni<FormDocumentRow> document(UUID signatureId) {
        return Panache.getSession().chain(session -> session.find(FormDocumentRow.class, signatureId));
    }

    private Uni<Optional<StoredCase>> whole(Uni<CaseRow> found) {
        return found.chain(row -> row == null
                ? Uni.createFrom().item(Optional.empty())
                : withParts(row).map(Optional::of));
    }

    private Uni<StoredCase> withParts(CaseRow row) {
        UUID id = row.incidentId;
        StoredCase bare = StoredCase.of(row);
        return rows(StepRow.class, "from StepRow s where s.incidentId = ?1 order by s.n", id)
                .map(bare::withSteps)
                .chain(stored -> rows(ApprovalRow.class, "from ApprovalRow a where a.incidentId = ?1", id)
                        .map(stored::withApprovals))
                .chain(stored -> rows(
                                SignatureRow.class,
                                "from SignatureRow s where s.incidentId = ?1 order by s.signedAt, s.version",
                                id)
                        .map(stored::withSignatures))
                .chain(stored -> rows(
                                RecommendationRow.class,
                                "from RecommendationRow r where r.incidentId = ?1 order by r.proposedAt, r.id",
                                id)
                        .map(stored::withRecommendations))
                .chain(stored -> rows(
                                TaskRow.class, "from TaskRow t where t.incidentId = ?1 order by t.dueOn, t.id", id)
                        .map(stored::withTasks));
    }

    /** Letters to the complainant, without their documents being needed for a decision. */
    Uni<List<LetterRow>> letters(UUID incidentId) {
        return rows(LetterRow.class, "from LetterRow l where l.incidentId = ?1 order by l.writtenAt, l.id", incidentId);
    }

    /** The answer to the complaint; there is at most one. */
    Uni<Optional<LetterRow>> answer(UUID incidentId) {
        return rows(LetterRow.class, "from LetterRow l where l.incidentId = ?1 and l.kind = ANSWER", incidentId)
                .map(found -> found.stream().findFirst());
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, Object parameter) {
        return Panache.getSession()
                .chain(session -> session.createQuery(query, type)
                        .setParameter(1, parameter)
                        .getResultList());
    }
}
