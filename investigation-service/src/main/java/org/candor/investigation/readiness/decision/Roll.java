package org.candor.investigation.readiness.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that decides how people of an entity stand on one day; of a large one a part of its people at a time.
 *
 * @param curricula by role
 * @param trainings by person
 */
public record Roll(
        List<WorkforceMember> people,
        Map<String, Curriculum> curricula,
        Map<String, List<Training>> trainings,
        Collection<PolicyChange> changes,
        LocalDate today) {

    public Roll {
        people = List.copyOf(people);
        curricula = Map.copyOf(curricula);
        trainings = Map.copyOf(trainings);
        changes = List.copyOf(changes);
    }

    /** Those who work here today. */
    public List<WorkforceMember> present() {
        return people.stream().filter(member -> member.worksHere(today)).toList();
    }

    /** Empty where his role has no curriculum. */
    public List<Standing> standings(WorkforceMember member) {
        return curriculum(member)
                .map(curriculum -> Standings.of(
                        member, curriculum, trainings.getOrDefault(member.person(), List.of()), changes, today))
                .orElse(List.of());
    }

    Optional<Curriculum> curriculum(WorkforceMember member) {
        return Optional.ofNullable(curricula.get(member.role()));
    }
}
