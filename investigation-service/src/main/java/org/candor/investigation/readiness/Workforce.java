package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.kit.data.Sql;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** The rows of people and of completed courses. Call inside a session. */
@ApplicationScoped
class Workforce {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)";

    private static final String PUT_PEOPLE = """
            insert into workforce_person (id, entity_id, person, department, role, joined_on, role_since, left_on,
                                          earlier_left_on, changes, changed_by, changed_at)
            select cast(f.id as uuid), ?1, f.person, f.department, f.role, cast(f.joined as date),
                   cast(nullif(f.since, '') as date), cast(nullif(f.gone, '') as date),
                   cast(nullif(f.earlier, '') as date), 1, ?2, cast(?3 as timestamptz)
              from unnest(cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]),
                          cast(?8 as text[]), cast(?9 as text[]), cast(?10 as text[]), cast(?11 as text[]))
                as f(id, person, department, role, joined, since, gone, earlier)
            on conflict (entity_id, person) do update
               set department = excluded.department, role = excluded.role, joined_on = excluded.joined_on,
                   role_since = excluded.role_since, left_on = excluded.left_on,
                   earlier_left_on = excluded.earlier_left_on, changes = workforce_person.changes + 1,
                   changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private static final String PUT_TRAININGS = """
            insert into training (id, entity_id, person, course, completed_on, valid_until, catalogue, evidence_reference,
                                  recorded_by, recorded_at)
            select cast(f.id as uuid), ?1, f.person, f.course, cast(f.done as date), cast(f.until as date), ?2,
                   nullif(f.reference, ''), ?3, cast(?4 as timestamptz)
              from unnest(cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),
                          cast(?9 as text[]), cast(?10 as text[]))
                as f(id, person, course, done, until, reference)
            """;

    /** One after another for each entity, until the transaction ends. */
    Uni<Void> lock(String entityId) {
        return Sql.rows(Object.class, LOCK, "readiness/" + entityId).replaceWithVoid();
    }

    Uni<Optional<WorkforceRow>> person(String entityId, String person) {
        return rows(WorkforceRow.class, "from WorkforceRow p where p.entityId = ?1 and p.person = ?2", entityId, person)
                .map(found -> found.stream().findFirst());
    }

    /** Those of them whom the entity lists; what is changed in the rows is not kept. */
    Uni<List<WorkforceRow>> people(String entityId, Collection<String> persons) {
        return readOnly(
                WorkforceRow.class, "from WorkforceRow p where p.entityId = ?1 and p.person in ?2", entityId, persons);
    }

    /** What is changed in the rows is not kept. */
    Uni<List<TrainingRow>> trainings(String entityId, Collection<String> persons) {
        return readOnly(
                TrainingRow.class,
                "from TrainingRow t where t.entityId = ?1 and t.person in ?2 order by t.completedOn, t.id",
                entityId,
                persons);
    }

    Uni<Void> add(Object... rows) {
        return Panache.getSession().chain(session -> session.persistAll(rows).chain(session::flush));
    }

    /** New people and changed ones in one statement. */
    Uni<Void> putPeople(Offices.Office office, List<WorkforceRow> rows) {
        return Sql.update(
                        PUT_PEOPLE,
                        office.entityId(),
                        office.by(),
                        office.now(),
                        Columns.of(rows, row -> row.id),
                        Columns.of(rows, row -> row.person),
                        Columns.of(rows, row -> row.department),
                        Columns.of(rows, row -> row.role),
                        Columns.of(rows, row -> row.joinedOn),
                        Columns.of(rows, row -> row.roleSince),
                        Columns.of(rows, row -> row.leftOn),
                        Columns.of(rows, row -> row.earlierLeftOn))
                .replaceWithVoid();
    }

    /** In one statement; evidence by its reference. */
    Uni<Void> putTrainings(Offices.Office office, String catalogue, List<TrainingRow> rows) {
        return Sql.update(
                        PUT_TRAININGS,
                        office.entityId(),
                        catalogue,
                        office.by(),
                        office.now(),
                        Columns.of(rows, row -> row.id),
                        Columns.of(rows, row -> row.person),
                        Columns.of(rows, row -> row.course),
                        Columns.of(rows, row -> row.completedOn),
                        Columns.of(rows, row -> row.validUntil),
                        Columns.of(rows, row -> row.evidenceReference))
                .replaceWithVoid();
    }

    /** The subject of a row, where a page of the list went on from. */
    Uni<Optional<String>> subject(String entityId, UUID id) {
        return rows(
                        String.class,
                        "select p.person from WorkforceRow p where p.entityId = ?1 and p.id = ?2",
                        entityId,
                        id)
                .map(found -> found.stream().findFirst());
    }

    /** The ids of their rows, by subject. */
    Uni<Map<String, UUID>> ids(String entityId, Collection<String> persons) {
        return readOnly(
                        Object[].class,
                        "select p.person, p.id from WorkforceRow p where p.entityId = ?1 and p.person in ?2",
                        entityId,
                        persons)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1])));
    }

    private static <R> Uni<List<R>> rows(Class<R> type, String query, Object... parameters) {
        return Panache.getSession()
                .chain(session -> bound(session.createSelectionQuery(query, type), parameters)
                        .getResultList());
    }

    private static <R> Uni<List<R>> readOnly(Class<R> type, String query, String entityId, Collection<String> persons) {
        return persons.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession()
                        .chain(session -> bound(session.createSelectionQuery(query, type), entityId, persons)
                                .setReadOnly(true)
                                .getResultList());
    }

    private static <R> SelectionQuery<R> bound(SelectionQuery<R> query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
