package org.candor.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** That a service runs years ahead is shown on the local stack, where an incident's records fall due. */
class ClockProducerTest {

    private final Clock machine = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void isTheMachinesOwn() {
        assertThat(new ClockProducer(Period.ZERO, false).running(machine)).isSameAs(machine);
        assertThat(new ClockProducer(Period.ZERO, false).clock()).isEqualTo(Clock.systemUTC());
    }

    @Test
    void isAheadInADemoByTheCalendar() {
        Clock ahead = new ClockProducer(Period.parse("P6Y1D"), true).running(machine);
        assertThat(ahead.instant()).isEqualTo("2032-11-22T10:00:00Z");
    }

    @Test
    void isNotAheadWhereDataIsAtStake() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ClockProducer(Period.ofDays(1), false).running(machine))
                .withMessageContaining("CANDOR_CLOCK_AHEAD");
    }

    @Test
    void isNeverBehind() {
        assertThatIllegalStateException().isThrownBy(() -> new ClockProducer(Period.ofDays(-1), true).running(machine));
    }
}
