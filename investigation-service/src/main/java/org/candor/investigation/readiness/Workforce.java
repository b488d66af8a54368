package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.investigation.readiness.decision.Curriculum;
import org.candor.investigation.readiness.decision.Roll;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.kit.data.Sql;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** The rows of people, curricula, completed courses and changed policies. Call inside a session. */
@ApplicationScoped
class Workforce {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";

    /** One after another for each entity, until the transaction ends. */
    Uni<Void> lock(String entityId) {
        return Sql.rows(Object.class, LOCK, "readiness/" + entityId).replaceWithVoid();
    }

    /** All people of the entity, also those who left, in the order of their subjects. */
    Uni<List<WorkforceRow>> people(String entityId) {
        return rows(WorkforceRow.class, "from WorkforceRow p where p.entityId = ?1 order by p.person", entityId);
    }

    Uni<Optional<WorkforceRow>> person(String entityId, String person) {
        return rows(WorkforceRow.class, "from WorkforceRow p where p.entityId = ?1 and p.person = ?2", entityId, person)
                .map(found -> found.stream().findFirst());
    }

    Uni<List<CurriculumRow>> curricula(String entityId) {
        return rows(CurriculumRow.class, "from CurriculumRow c where c.entityId = ?1 order by c.role", entityId);
    }

    Uni<List<PolicyChangeRow>> changes(String entityId) {
        return rows(
                PolicyChangeRow.class,
                "from PolicyChangeRow c where c.entityId = ?1 order by c.recordedAt, c.id",
                entityId);
    }

    Uni<List<TrainingRow>> trainings(String entityId) {
        return rows(
                TrainingRow.class, "from TrainingRow t where t.entityId = ?1 order by t.completedOn, t.id", entityId);
    }

    Uni<List<TrainingRow>> trainings(String entityId, String person) {
        return rows(
                TrainingRow.class,
                "from TrainingRow t where t.entityId = ?1 and t.person = ?2 order by t.completedOn, t.id",
                entityId,
                person);
    }

    /** Those that were announced and have not ended. */
    Uni<List<DutyRow>> duties(String entityId) {
        return rows(DutyRow.class, "from DutyRow d where d.entityId = ?1 and d.ended is null", entityId);
    }

    /** How everybody of the entity stands. */
    Uni<Roll> roll(String entityId, LocalDate today) {
        return people(entityId)
                .chain(people -> trainings(entityId).chain(trainings -> roll(entityId, people, trainings, today)));
    }

    /** How one person stands; nobody is on the roll where the entity does not list him. */
    Uni<Roll> roll(String entityId, String person, LocalDate today) {
        return person(entityId, person)
                .chain(found -> trainings(entityId, person)
                        .chain(trainings -> roll(entityId, found.stream().toList(), trainings, today)));
    }

    /** The courses of his curriculum, as he stands with them; empty where nothing is asked of him. */
    Uni<List<Standing>> standings(String entityId, String person, LocalDate today) {
        return roll(entityId, person, today)
                .map(roll -> roll.people().stream()
                        .flatMap(member -> roll.standings(member).stream())
                        .toList());
    }

    Uni<Void> add(Object... rows) {
        return Panache.getSession().chain(session -> session.persistAll(rows).chain(session::flush));
    }

    private Uni<Roll> roll(String entityId, List<WorkforceRow> people, List<TrainingRow> trainings, LocalDate today) {
        return curricula(entityId)
                .chain(curricula -> changes(entityId)
                        .map(changes -> new Roll(
                                people.stream().map(WorkforceRow::member).toList(),
                                curricula.stream()
                                        .map(CurriculumRow::curriculum)
                                        .collect(Collectors.toMap(Curriculum::role, Function.identity())),
                                trainings.stream()
                                        .collect(Collectors.groupingBy(
                                                row -> row.person,
                                                Collectors.mapping(TrainingRow::training, Collectors.toList()))),
                                changes.stream().map(PolicyChangeRow::change).toList(),
                                today)));
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, Object... parameters) {
        return Panache.getSession().chain(session -> {
            SelectionQuery<R> rows = session.createSelectionQuery(query, type);
            for (int i = 0; i < parameters.length; i++) {
                rows.setParameter(i + 1, parameters[i]);
            }
            return rows.getResultList();
        });
    }
}
