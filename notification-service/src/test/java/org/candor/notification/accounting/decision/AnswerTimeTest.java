package org.candor.notification.accounting.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTimeTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 24);
    private static final AnswerTime TIME = AnswerTime.of(RECEIVED);

    /** 45 CFR 164.528(c)(1): no later than 60 days after receipt. */
    @Test
    void isDueOnTheSixtiethDay() {
        assertThat(TIME.dueOn()).isEqualTo(LocalDate.of(2027, 1, 23));
        assertThat(TIME.daysLate(LocalDate.of(2027, 1, 23))).isZero();
        assertThat(TIME.daysLate(LocalDate.of(2027, 1, 25))).isEqualTo(2);
    }

    /** 164.528(c)(1)(ii): by no more than 30 days, only one, told within the first 60. */
    @Test
    void isExtendedOnceWithinItsTime() {
        AnswerTime longer = TIME.extended(TIME.dueOn()).orElseThrow();

        assertThat(longer.dueOn()).isEqualTo(LocalDate.of(2027, 2, 22));
        assertThat(longer.extended(RECEIVED)).isEmpty();
        assertThat(TIME.extended(TIME.dueOn().plusDays(1))).isEmpty();
    }

    /** 164.528(a)(1): the six years prior to the date of the request. */
    @Test
    void coversSixYears() {
        assertThat(TIME.covers(LocalDate.of(2020, 11, 24))).isTrue();
        assertThat(TIME.covers(LocalDate.of(2020, 11, 23))).isFalse();
        assertThat(TIME.covers(RECEIVED.plusDays(1))).isFalse();
    }

    /** 164.528(a)(2): what was suspended is owed when the time is over, and is put off by nothing else. */
    @Test
    void whatWasLeftOutIsOwedWhenNothingHoldsItAnyMore() {
        LocalDate far = LocalDate.MAX;
        LocalDate held = TIME.dueOn().plusDays(20);

        assertThat(TIME.completeBy(Optional.of(held), RECEIVED, far)).isEqualTo(held);
        assertThat(TIME.completeBy(Optional.of(RECEIVED.plusDays(9)), RECEIVED, far))
                .isEqualTo(TIME.dueOn());
        assertThat(TIME.completeBy(Optional.of(held.plusDays(30)), RECEIVED, held))
                .isEqualTo(held.plusDays(30));
        assertThat(TIME.completeBy(Optional.empty(), RECEIVED, held)).isEqualTo(TIME.dueOn());
        assertThat(TIME.completeBy(Optional.empty(), held.minusDays(5), held)).isEqualTo(held.minusDays(5));
        assertThat(TIME.completeBy(Optional.empty(), held.plusDays(5), held)).isEqualTo(held);
    }
}
