package org.candor.audit.trail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.candor.audit.trail.decision.ProducerSequence.Missing;
import org.junit.jupiter.api.Test;

class ProducerSequenceTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void missesNothingWhileNumbersFollowEachOther() {
        assertThat(after(1, 2, 3)).isEqualTo(new ProducerSequence(3, List.of()));
    }

    @Test
    void missesWhatWasJumpedOver() {
        assertThat(after(1, 2, 6)).isEqualTo(new ProducerSequence(6, List.of(new Missing(3, 5, NOON))));
        assertThat(after(3).missing()).containsExactly(new Missing(1, 2, NOON));
    }

    @Test
    void forgetsWhatCameLate() {
        assertThat(after(1, 6, 4).missing()).containsExactly(new Missing(2, 3, NOON), new Missing(5, 5, NOON));
        assertThat(after(1, 6, 4, 2, 3, 5).missing()).isEmpty();
    }

    @Test
    void takesARepeatedNumberCalmly() {
        assertThat(after(1, 2, 2, 1)).isEqualTo(new ProducerSequence(2, List.of()));
    }

    @Test
    void countsNoEventThatWasNeverNumbered() {
        assertThat(after(0, -1)).isEqualTo(ProducerSequence.NEW);
    }

    @Test
    void alarmsOnlyWhenTheGraceIsOver() {
        ProducerSequence state = after(1, 4);
        Duration grace = Duration.ofMinutes(1);
        assertThat(state.missedFor(grace, NOON.plusSeconds(59))).isEmpty();
        assertThat(state.missedFor(grace, NOON.plusSeconds(60)))
                .extracting(Missing::count)
                .containsExactly(2L);
    }

    @Test
    void endsWithoutAGapWhateverTheOrder() {
        List<Long> numbers =
                new ArrayList<>(LongStream.rangeClosed(1, 200).boxed().toList());
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(numbers, new Random(seed));
            ProducerSequence state = ProducerSequence.NEW;
            for (int i = 0; i < numbers.size(); i++) {
                state = state.with(numbers.get(i), NOON);
                long missing =
                        state.missing().stream().mapToLong(Missing::count).sum();
                assertThat(state.highest() - missing).isEqualTo(i + 1);
            }
            assertThat(state).isEqualTo(new ProducerSequence(200, List.of()));
        }
    }

    private static ProducerSequence after(long... numbers) {
        ProducerSequence state = ProducerSequence.NEW;
        for (long number : numbers) {
            state = state.with(number, NOON);
        }
        return state;
    }
}
