package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.kit.data.Sql;

/** The rows of what an entity asks for: curricula, changed policies, and what teaches a policy. Call inside a session. */
@ApplicationScoped
class Rules {

    private static final String DAYS = """
            select d.curriculum_id, d.course, d.asked_since
              from curriculum_course d join curriculum c on c.id = d.curriculum_id where c.entity_id = ?1
            """;

    private static final String ASK = """
            insert into curriculum_course (curriculum_id, course, asked_since)
            select cast(?1 as uuid), course, cast(?2 as date) from unnest(cast(?3 as text[])) course on conflict do nothing
            """;

    private static final String ASK_NO_MORE =
            "delete from curriculum_course where curriculum_id = ?1 and course <> all (cast(?2 as text[]))";

    /** A change that was taken back is no row here. */
    private static final String STANDING = "from PolicyChangeRow c where c.entityId = ?1 and c.id not in"
            + " (select w.changeId from WithdrawalRow w) order by c.recordedAt, c.id";

    /** In the order of roles. */
    Uni<List<CurriculumRow>> curricula(String entityId) {
        return rows(CurriculumRow.class, "from CurriculumRow c where c.entityId = ?1 order by c.role", entityId)
                .chain(rows -> Sql.rows(Object[].class, DAYS, entityId).map(days -> {
                    Map<UUID, Map<String, LocalDate>> known = new HashMap<>();
                    days.forEach(day -> known.computeIfAbsent((UUID) day[0], id -> new HashMap<>())
                            .put((String) day[1], (LocalDate) day[2]));
                    rows.forEach(row -> row.askedSince = known.getOrDefault(row.id, Map.of()));
                    return rows;
                }));
    }

    Uni<Optional<CurriculumRow>> curriculum(String entityId, String role) {
        return curricula(entityId)
                .map(rows -> rows.stream().filter(row -> row.role.equals(role)).findFirst());
    }

    /** A course that is asked for again after it was not has its days anew. */
    Uni<Void> put(CurriculumRow row, LocalDate today) {
        return add(row).chain(() -> Sql.update(ASK_NO_MORE, row.id, row.courses))
                .chain(() -> Sql.update(ASK, row.id, today, row.courses))
                .replaceWithVoid();
    }

    /** Without those that were taken back. */
    Uni<List<PolicyChangeRow>> standingChanges(String entityId) {
        return rows(PolicyChangeRow.class, STANDING, entityId);
    }

    Uni<List<PolicyChangeRow>> changes(String entityId) {
        return rows(
                PolicyChangeRow.class,
                "from PolicyChangeRow c where c.entityId = ?1 order by c.recordedAt, c.id",
                entityId);
    }

    Uni<List<WithdrawalRow>> withdrawals(String entityId) {
        return rows(
                WithdrawalRow.class,
                "from WithdrawalRow w where w.changeId in (select c.id from PolicyChangeRow c where c.entityId = ?1)",
                entityId);
    }

    Uni<List<PolicyTrainingRow>> policyTrainings(String entityId) {
        return rows(
                PolicyTrainingRow.class, "from PolicyTrainingRow p where p.entityId = ?1 order by p.policy", entityId);
    }

    Uni<Optional<PolicyTrainingRow>> policyTraining(String entityId, String policy) {
        return policyTrainings(entityId)
                .map(rows ->
                        rows.stream().filter(row -> row.policy.equals(policy)).findFirst());
    }

    Uni<Void> add(Object... rows) {
        return Panache.getSession().chain(session -> session.persistAll(rows).chain(session::flush));
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, String entityId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, type)
                        .setParameter(1, entityId)
                        .getResultList());
    }
}
