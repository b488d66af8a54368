package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.candor.events.ObligationKind;
import org.junit.jupiter.api.Test;

/** "Without unreasonable delay" is not day 60 (45 CFR 164.404(b)). */
class TargetsTest {

    private static final LocalDate DISCOVERED = LocalDate.of(2026, 4, 6);
    private static final LocalDate DUE = DISCOVERED.plusDays(60);
    private static final Targets TARGETS = new Targets(Map.of(ObligationKind.INDIVIDUAL_NOTICE, 30));

    @Test
    void theTargetLiesSoManyDaysAfterDiscovery() {
        assertThat(target(Optional.empty(), DUE)).isEqualTo(DISCOVERED.plusDays(30));
    }

    @Test
    void theTargetIsNeverAfterTheLimit() {
        assertThat(target(Optional.empty(), DISCOVERED.plusDays(10))).isEqualTo(DISCOVERED.plusDays(10));
    }

    @Test
    void theTargetIsNeverBeforeAHoldEnds() {
        assertThat(target(Optional.of(DISCOVERED.plusDays(40)), DUE)).isEqualTo(DISCOVERED.plusDays(40));
        assertThat(target(Optional.of(DISCOVERED.plusDays(20)), DUE)).isEqualTo(DISCOVERED.plusDays(30));
        assertThat(target(Optional.of(DUE.plusDays(1)), DUE)).isEqualTo(DUE);
    }

    @Test
    void aKindThatIsNotNamedHasItsLimitForTarget() {
        assertThat(TARGETS.of(ObligationKind.MEDIA_NOTICE, DISCOVERED, Optional.empty(), DUE))
                .isEqualTo(DUE);
        assertThat(Targets.NONE.of(ObligationKind.INDIVIDUAL_NOTICE, DISCOVERED, Optional.empty(), DUE))
                .isEqualTo(DUE);
    }

    @Test
    void withoutADiscoveryThereIsOnlyTheLimit() {
        assertThat(TARGETS.of(ObligationKind.INDIVIDUAL_NOTICE, null, Optional.empty(), DUE))
                .isEqualTo(DUE);
    }

    private static LocalDate target(Optional<LocalDate> heldUntil, LocalDate due) {
        return TARGETS.of(ObligationKind.INDIVIDUAL_NOTICE, DISCOVERED, heldUntil, due);
    }
}
