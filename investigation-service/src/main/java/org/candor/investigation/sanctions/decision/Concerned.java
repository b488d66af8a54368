package org.candor.investigation.sanctions.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person involved.
 *
 * @param refuses true once he refused to cooperate (policy S1.c)
 * @param proposers everybody who ever proposed a measure for him, also one that was replaced or taken away
 */
public record Concerned(
        UUID id,
        Relation relation,
        Conduct conduct,
        Conduct.Intent intent,
        boolean refuses,
        Optional<Statement> statement,
        Optional<Protection> protection,
        Optional<Proposal> proposal,
        Set<String> proposers,
        Optional<Ruling> ruling) {

    public Concerned {
        proposers = Set.copyOf(proposers);
    }

    /** How the person spoke, or did not. */
    public enum Hearing {
        GIVEN,
        DECLINED,
        OPPORTUNITY_NOT_TAKEN
    }

    public record Statement(Hearing how, Instant at) {}

    /**
     * The check whether the act is one that nobody may be sanctioned for (45 CFR 164.530(e)(1)).
     *
     * @param whistleBlower a disclosure under 164.502(j)(1)
     * @param crimeVictim a disclosure under 164.502(j)(2)
     * @param complaint a complaint, testimony or opposition under 164.530(g)(2) or 160.316
     */
    public record Protection(boolean whistleBlower, boolean crimeVictim, boolean complaint, String by, Instant at) {
        boolean protects() {
            return whistleBlower || crimeVictim || complaint;
        }

        /** True when every ground that was found before is found again. */
        boolean keeps(Protection before) {
            return (whistleBlower || !before.whistleBlower)
                    && (crimeVictim || !before.crimeVictim)
                    && (complaint || !before.complaint);
        }

        /** The result as one code: the grounds, or NONE. */
        public String result() {
            String grounds = Stream.of(
                            whistleBlower ? "WHISTLE_BLOWER" : "",
                            crimeVictim ? "CRIME_VICTIM" : "",
                            complaint ? "COMPLAINT" : "")
                    .filter(ground -> !ground.isEmpty())
                    .collect(Collectors.joining("_AND_"));
            return grounds.isEmpty() ? "NONE" : grounds;
        }
    }

    public record Proposal(Measure measure, String by, Instant at) {}

    public record Ruling(Measure measure, String by, Instant at) {}

    public static Concerned named(UUID id, Relation relation, Conduct conduct, Conduct.Intent intent) {
        return new Concerned(
                id,
                relation,
                conduct,
                intent,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    public boolean protectedAct() {
        return protection.map(Protection::protects).orElse(false);
    }

    Concerned refusing() {
        return new Concerned(id, relation, conduct, intent, true, statement, protection, proposal, proposers, ruling);
    }

    Concerned heard(Statement given) {
        return new Concerned(
                id, relation, conduct, intent, refuses, Optional.of(given), protection, proposal, proposers, ruling);
    }

    /** What protects a person also takes a proposal away. */
    Concerned checked(Protection found) {
        return new Concerned(
                id,
                relation,
                conduct,
                intent,
                refuses,
                statement,
                Optional.of(found),
                found.protects() ? Optional.empty() : proposal,
                proposers,
                ruling);
    }

    Concerned proposed(Proposal given) {
        Set<String> all = new HashSet<>(proposers);
        all.add(given.by());
        return new Concerned(
                id, relation, conduct, intent, refuses, statement, protection, Optional.of(given), all, ruling);
    }

    Concerned ruled(Ruling given) {
        return new Concerned(
                id, relation, conduct, intent, refuses, statement, protection, proposal, proposers, Optional.of(given));
    }
}
