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
            waited = pace.pause(NOON);
            assertThat(waited).isEqualTo(Duration.ofMillis(500L * i));
        }
        assertThat(pace.pause(NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aPauseEndsWithOneAndNotWithABurst() {
        pace.pause(NOON);
        assertThat(pace.pause(NOON.plusSeconds(600))).isZero();
        assertThat(pace.pause(NOON.plusSeconds(600))).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.pause(NOON.plusMillis(600_750))).isEqualTo(Duration.ofMillis(250));
    }
}
