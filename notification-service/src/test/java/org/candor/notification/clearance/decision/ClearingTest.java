package org.candor.notification.clearance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.notification.clearance.decision.Verdict.Cause;
import org.junit.jupiter.api.Test;

/** 45 CFR 164.412, and no sending without an answer. */
class ClearingTest {

    private static final LocalDate MAY = LocalDate.of(2027, 5, 3);
    private static final Answer CLEAR = new Answer.Clear();
    private static final Answer SILENCE = new Answer.Silence();
    private static final Answer NOT_OWED = new Answer.NotOwed();

    @Test
    void goesWhenEverythingIsClear() {
        assertThat(Clearing.of(List.of(CLEAR, CLEAR))).isEqualTo(new Verdict.Go());
        assertThat(Clearing.of(List.of(CLEAR, NOT_OWED))).isEqualTo(new Verdict.Go());
    }

    @Test
    void oneHeldDutyHoldsTheLetterUntilTheLastDay() {
        assertThat(Clearing.of(List.of(CLEAR, new Answer.Held(MAY), SILENCE, new Answer.Held(MAY.plusDays(9)))))
                .isEqualTo(new Verdict.Wait(Cause.NOTICE_HELD, Optional.of(MAY.plusDays(9))));
    }

    @Test
    void silenceIsNoClearance() {
        assertThat(Clearing.of(List.of(CLEAR, SILENCE)))
                .isEqualTo(new Verdict.Wait(Cause.NO_CLEARANCE, Optional.empty()));
        assertThat(Clearing.of(List.of())).isEqualTo(new Verdict.Wait(Cause.NO_CLEARANCE, Optional.empty()));
    }

    @Test
    void whatIsNoLongerOwedIsNotSent() {
        assertThat(Clearing.of(List.of(NOT_OWED))).isEqualTo(new Verdict.Wait(Cause.NOT_OWED, Optional.empty()));
    }

    @Test
    void aClearanceIsStaleAfterSixtySeconds() {
        Instant asked = Instant.parse("2027-05-03T10:00:00Z");

        assertThat(Clearing.fresh(asked, asked)).isTrue();
        assertThat(Clearing.fresh(asked, asked.plusMillis(59_999))).isTrue();
        assertThat(Clearing.fresh(asked, asked.plusSeconds(60))).isFalse();
    }

    @Test
    void aClearanceFromTheFutureCountsForNothing() {
        Instant asked = Instant.parse("2027-05-03T10:00:00Z");

        assertThat(Clearing.fresh(asked, asked.minusMillis(1))).isFalse();
    }
}
