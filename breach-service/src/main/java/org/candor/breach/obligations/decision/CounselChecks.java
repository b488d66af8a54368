package org.candor.breach.obligations.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counsel must look at: jurisdictions whose own law no rule computes, where people live or whose law the data elements
 * trigger; and what the triggered law of a computed one asks beside its dated duties, such as notices "without unreasonable
 * delay", for which it names no day.
 */
final class CounselChecks {

    private CounselChecks() {}

    /** What is known of each, in the order of {@link Jurisdiction}; never silence. */
    static List<StateLaw> of(RuleBook book, Facts facts) {
        if (facts.capacity() == Capacity.BUSINESS_ASSOCIATE) {
            return List.of();
        }
        Set<Jurisdiction> concerned = EnumSet.noneOf(Jurisdiction.class);
        concerned.addAll(facts.statePersonalInformation());
        facts.individuals().residents().forEach((jurisdiction, count) -> {
            if (count > 0) {
                concerned.add(jurisdiction);
            }
        });
        return concerned.stream()
                .filter(jurisdiction -> book.state(jurisdiction).isEmpty()
                        || facts.statePersonalInformation().contains(jurisdiction))
                .flatMap(jurisdiction -> book.known(jurisdiction).stream())
                .toList();
    }
}
