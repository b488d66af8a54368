package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.readiness.decision.Area;
import org.candor.investigation.readiness.decision.Readiness;
import org.candor.kit.data.Sql;
import org.candor.kit.web.Cursor;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** The rows of teams and assignments. Call inside a session. */
@ApplicationScoped
class Teams {

    private static final String MAY_SEE =
            "select count(*) from incident_routing where incident_id = ?1 and incident_visible(incident_id, ?2, '*')";

    private final Workforce workforce;

    Teams(Workforce workforce) {
        this.workforce = workforce;
    }

    /** A person of a team with his courses. */
    record Person(MemberRow member, List<TrainingRow> trainings) {
        List<String> missing(LocalDate today) {
            return Teams.missing(Optional.of(member), trainings, Optional.empty(), today);
        }
    }

    /** In the order of their subjects, one more than {@code limit} when there are more. */
    Uni<List<MemberRow>> members(String entityId, Optional<Cursor> after, int limit) {
        String query = "from MemberRow m where m.entityId = :entity"
                + after.map(cursor -> " and m.person > (select o.person from MemberRow o where o.id = :last)")
                        .orElse("")
                + " order by m.person";
        return Panache.getSession().chain(session -> {
            SelectionQuery<MemberRow> rows =
                    session.createSelectionQuery(query, MemberRow.class).setParameter("entity", entityId);
            after.ifPresent(cursor -> rows.setParameter("last", cursor.id()));
            return rows.setMaxResults(limit + 1).getResultList();
        });
    }

    Uni<Optional<MemberRow>> member(String entityId, String person) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from MemberRow m where m.entityId = ?1 and m.person = ?2", MemberRow.class)
                        .setParameter(1, entityId)
                        .setParameter(2, person)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Subjects of the active members. */
    Uni<List<String>> active(String entityId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select m.person from MemberRow m where m.entityId = ?1 and m.active", String.class)
                        .setParameter(1, entityId)
                        .getResultList());
    }

    Uni<List<MemberChangeRow>> history(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from MemberChangeRow c where c.memberId = ?1 order by c.position",
                                MemberChangeRow.class)
                        .setParameter(1, memberId)
                        .getResultList());
    }

    /** What the person lacks for that area today; empty when he is ready. */
    Uni<List<String>> missing(String entityId, String person, Area area, LocalDate today) {
        return member(entityId, person)
                .chain(member -> workforce
                        .trainings(entityId, List.of(person))
                        .map(trainings -> missing(member, trainings, Optional.of(area), today)));
    }

    /** False for the recused, and for others than the readers of a restricted case. */
    Uni<Boolean> maySee(UUID incidentId, String person) {
        return Sql.rows(Long.class, MAY_SEE, incidentId, person).map(rows -> rows.getFirst() > 0);
    }

    Uni<List<AssignmentRow>> assignments(UUID incidentId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from AssignmentRow a where a.incidentId = ?1 order by a.assignedAt, a.id",
                                AssignmentRow.class)
                        .setParameter(1, incidentId)
                        .getResultList());
    }

    Uni<Void> add(Object... rows) {
        return workforce.add(rows);
    }

    private static List<String> missing(
            Optional<MemberRow> member, List<TrainingRow> trainings, Optional<Area> area, LocalDate today) {
        return Readiness.missing(
                member.map(MemberRow::member),
                trainings.stream().map(TrainingRow::training).toList(),
                area,
                today);
    }
}
