package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Delays in the order of their first days, whatever the order in which they are told (45 CFR 164.412). */
class HoldTest {

    /** Letters are due on 6 June. */
    private static final String ORAL = "{'form': 'ORAL', 'statedOn': '2026-05-20'}";

    @Test
    void aWritingWithinTheDelayOfAnEarlierOralStatementMovesTheDueDayOn() {
        assertThat(letters("{'form': 'WRITTEN', 'statedOn': '2026-06-10', 'until': '2026-07-31'}, " + ORAL)
                        .due())
                .isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    void aWritingAfterTheDelayOfAnEarlierOralStatementCuresNothing() {
        Duty letters = letters("{'form': 'WRITTEN', 'statedOn': '2026-06-20', 'until': '2026-07-31'}, " + ORAL);
        assertThat(letters.due()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(letters.heldUntil()).contains(LocalDate.of(2026, 7, 31));
    }

    @Test
    void anEarlierWritingWithATimeIsNoOralStatement() {
        Duty letters = letters("{'form': 'WRITTEN', 'statedOn': '2026-04-10', 'until': '2026-04-20'}, " + ORAL);
        assertThat(letters.heldUntil()).contains(LocalDate.of(2026, 6, 19));
        assertThat(letters.due()).isEqualTo(LocalDate.of(2026, 6, 19));
    }

    private static Duty letters(String delays) {
        return Given.breach().with("lawEnforcementDelays", "[" + delays + "]").duty("US-INDIVIDUAL");
    }
}
