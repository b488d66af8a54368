package org.candor.audit.document;

import java.util.Map;
import java.util.Set;

/**
 * Documents that name everybody whom a breach affects are for the same roles here as in the service that drew them up: being kept
 * makes nobody need them (45 CFR 164.502(b), 164.514(d)(2)).
 */
final class NamedPeople {

    private static final Map<String, Set<String>> READERS = Map.of(
            "LISTING", Set.of("privacy-officer", "auditor"),
            "COVERED_ENTITY_NOTICE", Set.of("privacy-officer", "counsel", "auditor"));

    private NamedPeople() {}

    /** True for every kind that names nobody in numbers: there the incident decides. */
    static boolean areFor(String kind, Set<String> roles) {
        Set<String> readers = READERS.get(kind);
        return readers == null || roles.stream().anyMatch(readers::contains);
    }
}
