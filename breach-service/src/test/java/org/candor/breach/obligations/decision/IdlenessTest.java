package org.candor.breach.obligations.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Late within the sixty days: everything is there and nothing moves. */
class IdlenessTest {

    private static final Instant MOVED = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void alarmsOnceNothingHasMovedForTheWholeTime() {
        assertThat(alarms(idle(), MOVED.plus(WEEK))).isTrue();
        assertThat(alarms(idle(), MOVED.plus(WEEK).minusSeconds(1))).isFalse();
    }

    @Test
    void aHoldIsNoDelayOfTheEntityAndTheTimeBeginsWithItsEnd() {
        Instant ends = Instant.parse("2026-04-17T05:00:00Z");
        Idleness held = held(LocalDate.of(2026, 4, 17));
        assertThat(held.since()).isEqualTo(ends);
        assertThat(alarms(held, ends.minusSeconds(1))).isFalse();
        assertThat(alarms(held, MOVED.plus(WEEK))).isFalse();
        assertThat(alarms(held, ends.plus(WEEK).minusSeconds(1))).isFalse();
        assertThat(alarms(held, ends.plus(WEEK))).isTrue();
    }

    @Test
    void whateverMovedAfterTheHoldCounts() {
        assertThat(held(LocalDate.of(2026, 4, 9)).since()).isEqualTo(MOVED);
    }

    private static Idleness idle() {
        return new Idleness(Optional.empty(), MOVED, CHICAGO);
    }

    private static Idleness held(LocalDate until) {
        return new Idleness(Optional.of(until), MOVED, CHICAGO);
    }

    private static boolean alarms(Idleness idleness, Instant now) {
        return idleness.alarms(now, WEEK);
    }
}
