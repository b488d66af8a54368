package org.candor.notification.accounting.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
}
