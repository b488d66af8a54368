package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever is about to send asks first (45 CFR 164.412). */
class ClearanceTest {

    private static final LocalDate ENDS = LocalDate.of(2026, 6, 19);

    @Test
    void isClearWhenNothingHolds() {
        assertThat(Clearance.of(true, Optional.empty(), ENDS)).isEqualTo(new Clearance.Clear());
    }

    @Test
    void isHeldThroughTheDayBeforeTheDelayEnds() {
        assertThat(Clearance.of(true, Optional.of(ENDS), ENDS.minusDays(1))).isEqualTo(new Clearance.Held(ENDS));
    }

    @Test
    void isClearOnTheDayOnWhichTheDelayEnds() {
        assertThat(Clearance.of(true, Optional.of(ENDS), ENDS)).isEqualTo(new Clearance.Clear());
    }

    @Test
    void isNoClearanceForWhatAnotherGivesAndWhatIsHeldStaysHeld() {
        assertThat(Clearance.of(true, true, Optional.empty(), ENDS)).isEqualTo(new Clearance.Delegated());
        assertThat(Clearance.of(true, false, Optional.empty(), ENDS)).isEqualTo(new Clearance.Clear());
        assertThat(Clearance.of(true, true, Optional.of(ENDS), ENDS.minusDays(1)))
                .isEqualTo(new Clearance.Held(ENDS));
        assertThat(Clearance.of(false, true, Optional.empty(), ENDS)).isEqualTo(new Clearance.NotOwed());
    }

    @Test
    void isNoClearanceForWhatIsNotOwed() {
        assertThat(Clearance.of(false, Optional.of(ENDS), ENDS.minusDays(1))).isEqualTo(new Clearance.NotOwed());
    }
}
