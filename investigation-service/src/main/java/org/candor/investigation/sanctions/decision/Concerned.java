package org.candor.investigation.sanctions.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person involved.
 *
 * @param refuses true once he refused to cooperate (policy S1.c)
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
        Optional<Ruling> ruling) {

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
                Optional.empty());
    }

    public boolean protectedAct() {
        return protection.map(Protection::protects).orElse(false);
    }

    Concerned refusing() {
        return new Concerned(id, relation, conduct, intent, true, statement, protection, proposal, ruling);
    }

    Concerned heard(Statement given) {
        return new Concerned(id, relation, conduct, intent, refuses, Optional.of(given), protection, proposal, ruling);
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
                ruling);
    }

    Concerned proposed(Proposal given) {
        return new Concerned(id, relation, conduct, intent, refuses, statement, protection, Optional.of(given), ruling);
    }

    Concerned ruled(Ruling given) {
        return new Concerned(
                id, relation, conduct, intent, refuses, statement, protection, proposal, Optional.of(given));
    }
}
