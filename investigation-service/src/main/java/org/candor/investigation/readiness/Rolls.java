package org.candor.investigation.readiness;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.candor.investigation.readiness.decision.Curriculum;
import org.candor.investigation.readiness.decision.PolicyChange;
import org.candor.investigation.readiness.decision.Roll;
import org.candor.investigation.readiness.decision.Standing;
import org.candor.investigation.readiness.decision.Training;
import org.candor.investigation.readiness.decision.WorkforceMember;

/**
 * How the people of an entity stand; reckoned and stored nowhere. A whole workforce is read in parts, so that thousands of
 * people keep nobody else from being answered. Call inside a session.
 */
@ApplicationScoped
class Rolls {

    private static final int PART = 500;

    private static final String COLUMNS =
            "select p.person, p.department, p.role, p.joinedOn, p.roleSince, p.leftOn from WorkforceRow p";

    private static final String PRESENT = COLUMNS + " where p.entityId = ?1 and p.person > ?2"
            + " and (p.leftOn is null or p.leftOn >= ?3) order by p.person";

    /** Of each course the newest completion and its last day; what somebody learnt until he left does not count once he is back. */
    private static final String TRAININGS = """
            select t.person, t.course, max(t.completedOn), max(t.validUntil)
              from TrainingRow t join WorkforceRow p on p.entityId = t.entityId and p.person = t.person
             where t.entityId = ?1 and t.person in ?2 and (p.earlierLeftOn is null or t.completedOn > p.earlierLeftOn)
             group by t.person, t.course
            """;

    private final Rules rules;

    Rolls(Rules rules) {
        this.rules = rules;
    }

    private record Asked(Map<String, Curriculum> curricula, List<PolicyChange> changes) {}

    /** One person; nobody is on the roll where the entity does not list him. */
    Uni<Roll> of(String entityId, String person, LocalDate today) {
        return asked(entityId)
                .chain(asked -> rows(COLUMNS + " where p.entityId = ?1 and p.person = ?2", 1, entityId, person)
                        .chain(people -> roll(entityId, asked, people, today)));
    }

    /** The courses of his curriculum, as he stands with them; empty where nothing is asked of him. */
    Uni<List<Standing>> standings(String entityId, String person, LocalDate today) {
        return of(entityId, person, today)
                .map(roll -> roll.people().stream()
                        .flatMap(member -> roll.standings(member).stream())
                        .toList());
    }

    /** Everybody who works here, a part at a time and in the order of subjects. */
    <A> Uni<A> fold(String entityId, LocalDate today, A start, BiFunction<A, Roll, A> take) {
        return fold(entityId, today, "", start, take, soFar -> true);
    }

    /** Those behind that subject, for as long as more are wanted. */
    <A> Uni<A> fold(
            String entityId, LocalDate today, String after, A start, BiFunction<A, Roll, A> take, Predicate<A> more) {
        return asked(entityId).chain(asked -> next(entityId, asked, today, after, start, take, more));
    }

    private <A> Uni<A> next(
            String entityId,
            Asked asked,
            LocalDate today,
            String after,
            A soFar,
            BiFunction<A, Roll, A> take,
            Predicate<A> more) {
        return rows(PRESENT, PART, entityId, after, today)
                .chain(people -> roll(entityId, asked, people, today).chain(roll -> {
                    A now = take.apply(soFar, roll);
                    return people.size() < PART || !more.test(now)
                            ? Uni.createFrom().item(now)
                            : next(entityId, asked, today, (String) people.getLast()[0], now, take, more);
                }));
    }

    private Uni<Asked> asked(String entityId) {
        return rules.curricula(entityId)
                .chain(curricula -> rules.standingChanges(entityId)
                        .map(changes -> new Asked(
                                curricula.stream()
                                        .map(CurriculumRow::curriculum)
                                        .collect(Collectors.toMap(Curriculum::role, Function.identity())),
                                changes.stream().map(PolicyChangeRow::change).toList())));
    }

    private static Uni<Roll> roll(String entityId, Asked asked, List<Object[]> people, LocalDate today) {
        List<String> persons = people.stream().map(row -> (String) row[0]).toList();
        Uni<List<Object[]>> trainings = persons.isEmpty()
                ? Uni.createFrom().item(List.of())
                : rows(TRAININGS, Integer.MAX_VALUE, entityId, persons);
        return trainings.map(done -> new Roll(
                people.stream().map(Rolls::member).toList(),
                asked.curricula(),
                done.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0], Collectors.mapping(Rolls::training, Collectors.toList()))),
                asked.changes(),
                today));
    }

    private static WorkforceMember member(Object[] row) {
        return new WorkforceMember(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (LocalDate) row[3],
                Optional.ofNullable((LocalDate) row[4]),
                Optional.ofNullable((LocalDate) row[5]));
    }

    private static Training training(Object[] row) {
        return new Training((String) row[1], (LocalDate) row[2], (LocalDate) row[3]);
    }

    private static Uni<List<Object[]>> rows(String query, int most, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var rows = session.createSelectionQuery(query, Object[].class).setMaxResults(most);
            for (int i = 0; i < parameters.length; i++) {
                rows.setParameter(i + 1, parameters[i]);
            }
            return rows.getResultList();
        });
    }
}
