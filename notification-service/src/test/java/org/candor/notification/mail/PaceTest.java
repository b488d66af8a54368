package org.candor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration NOON = Duration.ofHours(12);

    private final Pace pace = new Pace(120);

    @Test
    void noMoreLeaveInAMinuteThanTheServerTakes() {
        Duration waited = Duration.ZERO;
        for (int i = 0; i < 120; i++) {
            waited = pace.pause(1, NOON);
            assertThat(waited).isEqualTo(Duration.ofMillis(500L * i));
        }
        assertThat(pace.pause(1, NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aPauseEndsWithOneAndNotWithABurst() {
        pace.pause(1, NOON);
        assertThat(pace.pause(1, NOON.plusSeconds(600))).isZero();
        assertThat(pace.pause(1, NOON.plusSeconds(600))).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.pause(1, NOON.plusMillis(600_750))).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void thoseThatLeaveTogetherLeaveWithTheLastOfTheirTurns() {
        assertThat(pace.pause(3, NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.pause(1, NOON)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aSlowPaceKeepsEachApart() {
        assertThat(pace.together(8)).isEqualTo(1);
        assertThat(new Pace(1800).together(8)).isEqualTo(3);
        assertThat(new Pace(6_000_000).together(8)).isEqualTo(8);
    }
}
