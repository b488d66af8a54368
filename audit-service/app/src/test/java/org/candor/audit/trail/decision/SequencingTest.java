package org.candor.audit.trail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.trail.decision.Sequencing.Placed;
import org.junit.jupiter.api.Test;

class SequencingTest {

    private static final Entry A = entry(1);
    private static final Entry B = entry(2);
    private static final Entry C = entry(3);

    @Test
    void givesTheNextFreeIndicesWithoutAGap() {
        assertThat(Sequencing.decide(7, Map.of(), List.of(A, B, C)))
                .containsExactly(new Placed(7, A, true), new Placed(8, B, true), new Placed(9, C, true));
    }

    @Test
    void startsAtNought() {
        assertThat(Sequencing.decide(0, Map.of(), List.of(A))).containsExactly(new Placed(0, A, true));
    }

    @Test
    void answersADuplicateWithItsFirstIndex() {
        assertThat(Sequencing.decide(7, Map.of(B.eventId(), 4L), List.of(A, B, C, A)))
                .containsExactly(
                        new Placed(7, A, true),
                        new Placed(4, B, false),
                        new Placed(8, C, true),
                        new Placed(7, A, false));
    }

    @Test
    void hasNothingToDoForAnEmptyBatch() {
        assertThat(Sequencing.decide(7, Map.of(), List.of())).isEmpty();
    }

    private static Entry entry(long id) {
        return new Entry(
                new UUID(0, id),
                "t",
                "t",
                "/s",
                id,
                "s",
                List.of(),
                "e",
                false,
                "a",
                "c",
                Instant.EPOCH,
                Instant.EPOCH,
                new byte[0]);
    }
}
