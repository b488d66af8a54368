package org.candor.breach.obligations.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The jurisdictions whose own law no rule computes, where people live or whose law the data elements trigger. */
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
                .filter(jurisdiction -> book.state(jurisdiction).isEmpty())
                .flatMap(jurisdiction -> book.known(jurisdiction).stream())
                .toList();
    }
}
