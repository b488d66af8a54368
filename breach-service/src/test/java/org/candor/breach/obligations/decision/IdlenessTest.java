package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Late within the sixty days: everything is there and nothing moves. */
class IdlenessTest {

    private static final Instant MOVED = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 17);

    @Test
    void alarmsOnceNothingHasMovedForTheWholeTime() {
        assertThat(alarms(idle(), MOVED.plus(WEEK))).isTrue();
        assertThat(alarms(idle(), MOVED.plus(WEEK).minusSeconds(1))).isFalse();
    }

    @Test
    void aHoldIsNoDelayOfTheEntity() {
        assertThat(alarms(held(TODAY.plusDays(1)), MOVED.plus(WEEK))).isFalse();
        assertThat(alarms(held(TODAY), MOVED.plus(WEEK))).isTrue();
    }

    private static Idleness idle() {
        return new Idleness(Optional.empty(), MOVED);
    }

    private static Idleness held(LocalDate until) {
        return new Idleness(Optional.of(until), MOVED);
    }

    private static boolean alarms(Idleness idleness, Instant now) {
        return idleness.alarms(now, TODAY, WEEK);
    }
}
