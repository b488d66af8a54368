package org.candor.investigation.sanctions.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.candor.investigation.DecisionTable;
import org.candor.investigation.decision.Verdict;
import org.candor.investigation.sanctions.decision.Concerned.Hearing;
import org.candor.investigation.sanctions.decision.Concerned.Protection;
import org.candor.investigation.sanctions.decision.Concerned.Statement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a person involved meets every command once; a command that nobody thought through breaks the count. */
class EveryStateAndSanctionTest {

    private static final Instant NOW = Instant.parse("2026-03-12T15:00:00Z");

    private static final DecisionTable TABLE = DecisionTable.read("""
            person    | refuse   | hear                       | clear            | protect       | propose       | rule          | conclude
            NAMED     | ACCEPTED | ACCEPTED                   | ACCEPTED         | ACCEPTED      | ACCEPTED      | NO_PROPOSAL   | PERSONS_NOT_RULED
            HEARD     | ACCEPTED | STATEMENT_RECORDED_ALREADY | ACCEPTED         | ACCEPTED      | ACCEPTED      | NO_PROPOSAL   | PERSONS_NOT_RULED
            CHECKED   | ACCEPTED | ACCEPTED                   | ACCEPTED         | ACCEPTED      | ACCEPTED      | NO_PROPOSAL   | PERSONS_NOT_RULED
            PROTECTED | ACCEPTED | ACCEPTED                   | PROTECTION_STAYS | ACCEPTED      | PROTECTED_ACT | NO_PROPOSAL   | PERSONS_NOT_RULED
            PROPOSED  | ACCEPTED | STATEMENT_RECORDED_ALREADY | ACCEPTED         | ACCEPTED      | ACCEPTED      | ACCEPTED      | PERSONS_NOT_RULED
            UNHEARD   | ACCEPTED | ACCEPTED                   | ACCEPTED         | ACCEPTED      | ACCEPTED      | GATES_REMAIN  | PERSONS_NOT_RULED
            RULED     | ACCEPTED | STATEMENT_RECORDED_ALREADY | RULED_ALREADY    | RULED_ALREADY | RULED_ALREADY | RULED_ALREADY | ACCEPTED""");

    @TestFactory
    Stream<DynamicTest> answersAsThePolicySays() {
        return TABLE.check((state, command) -> answer(ask(person(state), command)));
    }

    @Test
    void everyCommandStandsInTheTable() {
        assertThat(TABLE.cells()).isEqualTo(49);
        // The first three are about the record and its readers; check is asked twice, gates is no command.
        assertThat(DecisionTable.commandsOf(Sanctions.class))
                .containsExactlyInAnyOrder(
                        "open",
                        "readers",
                        "account",
                        "refuseToCooperate",
                        "hear",
                        "check",
                        "propose",
                        "rule",
                        "gates",
                        "conclude");
    }

    private static Concerned person(String state) {
        Concerned named = Concerned.named(
                UUID.randomUUID(), Relation.WORKFORCE, Conduct.CONFIDENTIALITY_BREACH, Conduct.Intent.NEGLIGENT);
        return switch (state) {
            case "NAMED" -> named;
            case "HEARD" -> heard(named);
            case "CHECKED" -> named.checked(protection(false));
            case "PROTECTED" -> named.checked(protection(true));
            case "PROPOSED" -> proposed(heard(named).checked(protection(false)));
            case "UNHEARD" -> proposed(named.checked(protection(false)));
            case "RULED" -> person("PROPOSED").ruled(new Concerned.Ruling(Measure.WARNING, "administrator", NOW));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Verdict<?> ask(Concerned person, String command) {
        return switch (command) {
            case "refuse" -> Sanctions.refuseToCooperate(person);
            case "hear" -> Sanctions.hear(person, new Statement(Hearing.GIVEN, NOW), NOW);
            case "clear" -> Sanctions.check(person, protection(false));
            case "protect" -> Sanctions.check(person, protection(true));
            case "propose" -> Sanctions.propose(person, Measure.WARNING, "security-officer", NOW);
            case "rule" -> Sanctions.rule(person, Measure.WARNING, "administrator", Set.of(), false, NOW);
            case "conclude" -> Sanctions.conclude(List.of(person), false);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static Concerned heard(Concerned person) {
        return person.heard(new Statement(Hearing.GIVEN, NOW));
    }

    private static Concerned proposed(Concerned person) {
        return person.proposed(new Concerned.Proposal(Measure.WARNING, "security-officer", NOW));
    }

    private static Protection protection(boolean complaint) {
        return new Protection(false, false, complaint, "privacy-officer", NOW);
    }

    private static String answer(Verdict<?> verdict) {
        return verdict instanceof Verdict.Refused<?> refused ? refused.reason().name() : "ACCEPTED";
    }
}
