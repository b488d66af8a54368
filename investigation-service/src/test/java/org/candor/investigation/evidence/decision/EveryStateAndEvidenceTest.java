package org.candor.investigation.evidence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.investigation.DecisionTable;
import org.candor.investigation.evidence.decision.Item.Integrity;
import org.candor.investigation.evidence.decision.Item.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of an item of evidence meets every command once. */
class EveryStateAndEvidenceTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final String HASH = "ab".repeat(32);

    private static final DecisionTable TABLE = DecisionTable.read("""
            item     | handOver | keep                    | examine
            PHYSICAL | ACCEPTED | FILE_OF_A_PHYSICAL_ITEM | NOT_ALTERED
            HASHED   | ACCEPTED | ACCEPTED                | NOT_ALTERED
            KEPT     | ACCEPTED | FILE_KEPT_ALREADY       | NOT_ALTERED
            ALTERED  | ACCEPTED | FILE_KEPT_ALREADY       | ACCEPTED
            EXAMINED | ACCEPTED | FILE_KEPT_ALREADY       | NOT_ALTERED""");

    @TestFactory
    Stream<DynamicTest> answersAsTheChainOfCustodyAsks() {
        return TABLE.check(
                (state, command) -> ask(item(state), command).map(Enum::name).orElse("ACCEPTED"));
    }

    @Test
    void everyStateAndEveryCommandStandInTheTable() {
        assertThat(TABLE.cells()).isEqualTo(15);
        assertThat(Kind.values()).hasSize(2);
        assertThat(Integrity.values()).hasSize(3);
        // Collecting makes an item; the last is what the case asks.
        assertThat(DecisionTable.commandsOf(EvidenceRules.class))
                .containsExactlyInAnyOrder("collect", "handOver", "keep", "examine", "openMatters");
    }

    private static Item item(String state) {
        return switch (state) {
            case "PHYSICAL" -> item(Kind.PHYSICAL, false, Integrity.UNDOUBTED);
            case "HASHED" -> item(Kind.DIGITAL, false, Integrity.UNDOUBTED);
            case "KEPT" -> item(Kind.DIGITAL, true, Integrity.UNDOUBTED);
            case "ALTERED" -> item(Kind.DIGITAL, true, Integrity.ALTERED);
            case "EXAMINED" -> item(Kind.DIGITAL, true, Integrity.EXAMINED);
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Item item(Kind kind, boolean kept, Integrity integrity) {
        Optional<String> hash = kind == Kind.DIGITAL ? Optional.of(HASH) : Optional.empty();
        return new Item(kind, hash, List.of(NOW.minusSeconds(60)), kept, integrity);
    }

    private static Optional<EvidenceFlaw> ask(Item item, String command) {
        return switch (command) {
            case "handOver" -> EvidenceRules.handOver(item, NOW, NOW);
            case "keep" -> EvidenceRules.keep(item, 1, HASH);
            case "examine" -> EvidenceRules.examine(item);
            default -> throw new IllegalArgumentException(command);
        };
    }
}
