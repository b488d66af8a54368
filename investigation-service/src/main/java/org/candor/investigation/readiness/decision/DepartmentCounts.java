package org.candor.investigation.readiness.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.investigation.readiness.decision.Standing.State;

/**
 * How many of a department's people stand where; each is counted once, in the worst state of his courses.
 *
 * @param withoutCurriculum people of roles for which the entity adopted no curriculum
 */
public record DepartmentCounts(
        String department,
        long people,
        long complete,
        long lapsing,
        long due,
        long lapsed,
        long missing,
        long withoutCurriculum) {

    /** One row per department, in the order of their names. */
    public static List<DepartmentCounts> of(Roll roll) {
        Map<String, List<Optional<State>>> states = roll.present().stream()
                .collect(Collectors.groupingBy(
                        WorkforceMember::department,
                        Collectors.mapping(member -> Standings.worst(roll.standings(member)), Collectors.toList())));
        return inOrder(states.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())));
    }

    /** Of two parts of a roll together. */
    public static List<DepartmentCounts> together(List<DepartmentCounts> one, List<DepartmentCounts> other) {
        Map<String, DepartmentCounts> sums = Stream.concat(one.stream(), other.stream())
                .collect(Collectors.toMap(DepartmentCounts::department, Function.identity(), DepartmentCounts::plus));
        return inOrder(sums.values().stream());
    }

    private DepartmentCounts plus(DepartmentCounts more) {
        return new DepartmentCounts(
                department,
                people + more.people,
                complete + more.complete,
                lapsing + more.lapsing,
                due + more.due,
                lapsed + more.lapsed,
                missing + more.missing,
                withoutCurriculum + more.withoutCurriculum);
    }

    private static List<DepartmentCounts> inOrder(Stream<DepartmentCounts> counts) {
        return counts.sorted(Comparator.comparing(DepartmentCounts::department)).toList();
    }

    private static DepartmentCounts of(String department, List<Optional<State>> states) {
        return new DepartmentCounts(
                department,
                states.size(),
                count(states, State.COMPLETE),
                count(states, State.LAPSING),
                count(states, State.DUE),
                count(states, State.LAPSED),
                count(states, State.MISSING),
                states.stream().filter(Optional::isEmpty).count());
    }

    private static long count(List<Optional<State>> states, State wanted) {
        return states.stream().filter(Optional.of(wanted)::equals).count();
    }
}
