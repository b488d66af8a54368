package org.candor.investigation.evidence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.evidence.decision.Item.Integrity;
import org.candor.investigation.evidence.decision.Item.Kind;
import org.junit.jupiter.api.Test;

class EvidenceRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
    private static final String HASH = "ab".repeat(32);

    /** Policy I.D.1.d: what can't be shown unchanged later proves nothing. */
    @Test
    void digitalEvidenceHasItsHashFromTheBeginning() {
        assertThat(EvidenceRules.collect(Kind.DIGITAL, Optional.empty(), NOW, NOW))
                .contains(EvidenceFlaw.HASH_MISSING);
        assertThat(EvidenceRules.collect(Kind.DIGITAL, Optional.of(HASH), NOW, NOW))
                .isEmpty();
        assertThat(EvidenceRules.collect(Kind.PHYSICAL, Optional.of(HASH), NOW, NOW))
                .contains(EvidenceFlaw.HASH_OF_A_PHYSICAL_ITEM);
        assertThat(EvidenceRules.collect(Kind.PHYSICAL, Optional.empty(), NOW.plusSeconds(121), NOW))
                .contains(EvidenceFlaw.EVIDENCE_TIME_IN_THE_FUTURE);
    }

    @Test
    void theChainOfCustodyHasOneDirection() {
        Item item = item(Kind.PHYSICAL, false, Integrity.UNDOUBTED);
        assertThat(EvidenceRules.handOver(item, NOW.minusSeconds(61), NOW))
                .contains(EvidenceFlaw.HANDOVER_BEFORE_THE_LAST);
        assertThat(EvidenceRules.handOver(item, NOW.minusSeconds(60), NOW)).isEmpty();
        assertThat(EvidenceRules.handOver(item, NOW.plusSeconds(121), NOW))
                .contains(EvidenceFlaw.EVIDENCE_TIME_IN_THE_FUTURE);
    }

    @Test
    void aFileIsKeptOnceAndOnlyWhenItIsWhatWasCollected() {
        Item digital = item(Kind.DIGITAL, false, Integrity.UNDOUBTED);
        assertThat(EvidenceRules.keep(digital, 1, HASH)).isEmpty();
        assertThat(EvidenceRules.keep(digital, 1, "cd".repeat(32))).contains(EvidenceFlaw.EVIDENCE_HASH_DIFFERS);
        assertThat(EvidenceRules.keep(digital, 0, HASH)).contains(EvidenceFlaw.FILE_EMPTY);
        assertThat(EvidenceRules.keep(item(Kind.DIGITAL, true, Integrity.UNDOUBTED), 1, HASH))
                .contains(EvidenceFlaw.FILE_KEPT_ALREADY);
        assertThat(EvidenceRules.keep(item(Kind.PHYSICAL, false, Integrity.UNDOUBTED), 1, HASH))
                .contains(EvidenceFlaw.FILE_OF_A_PHYSICAL_ITEM);
    }

    @Test
    void onlyWhatWasFoundChangedIsExaminedAndOnce() {
        for (Integrity integrity : Integrity.values()) {
            assertThat(EvidenceRules.examine(item(Kind.DIGITAL, true, integrity))
                            .isEmpty())
                    .as(integrity.name())
                    .isEqualTo(integrity == Integrity.ALTERED);
        }
    }

    /** 45 CFR 164.312(c)(1): what was found changed is looked into before anybody is done with it. */
    @Test
    void onlyWhatNobodyHasExaminedHoldsTheCase() {
        UUID altered = UUID.randomUUID();
        assertThat(EvidenceRules.openMatters(Map.of(
                        altered,
                        Integrity.ALTERED,
                        UUID.randomUUID(),
                        Integrity.EXAMINED,
                        UUID.randomUUID(),
                        Integrity.UNDOUBTED)))
                .containsExactly("evidence." + altered + ".examination");
    }

    private static Item item(Kind kind, boolean fileKept, Integrity integrity) {
        Optional<String> hash = kind == Kind.DIGITAL ? Optional.of(HASH) : Optional.empty();
        return new Item(kind, hash, List.of(NOW.minusSeconds(120), NOW.minusSeconds(60)), fileKept, integrity);
    }
}
