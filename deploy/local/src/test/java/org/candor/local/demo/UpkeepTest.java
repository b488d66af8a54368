package org.candor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The demo is played again in a folder of another day. */
class UpkeepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void theNextVersionFollowsTheLastAndTakesEffectTodayAtTheEarliest() {
        assertThat(Upkeep.takesEffect(TODAY, TODAY)).isEqualTo(TODAY.plusDays(1));
        assertThat(Upkeep.takesEffect(TODAY.plusDays(1), TODAY)).isEqualTo(TODAY.plusDays(2));
        assertThat(Upkeep.takesEffect(TODAY.minusDays(1), TODAY)).isEqualTo(TODAY);
        assertThat(Upkeep.takesEffect(TODAY.minusDays(9), TODAY)).isEqualTo(TODAY);
    }
}
