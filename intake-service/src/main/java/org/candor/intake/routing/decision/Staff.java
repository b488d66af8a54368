package org.candor.intake.routing.decision;

import java.util.List;

/**
 * What routing knows of an organisation's people.
 *
 * @param officers active ones of the entity; a report goes to some of them
 * @param delegates of those officers; some reports go to them too
 * @param people everybody of the directory, also of other entities and former ones: each of them can be recused
 */
public record Staff(List<Officer> officers, List<Delegate> delegates, List<Person> people) {

    public Staff {
        officers = List.copyOf(officers);
        delegates = List.copyOf(delegates);
        people = List.copyOf(people);
    }

    /** The directory holds these officers and nobody else. */
    public static Staff of(List<Officer> officers) {
        return new Staff(
                officers, List.of(), officers.stream().map(Officer::asPerson).toList());
    }

    /** True when the text names somebody whom the directory knows. */
    public boolean knows(String text) {
        return people.stream().anyMatch(person -> person.isNamedBy(text));
    }
}
