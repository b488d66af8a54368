package org.candor.audit.trail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.audit.trail.decision.Sequencing.Place;
import org.junit.jupiter.api.Test;

class SequencingTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void givesTheNextFreeIndicesWithoutAGap() {
        assertThat(Sequencing.decide(7, Map.of(), List.of(A, B, C)))
                .containsExactly(new Place(7, true), new Place(8, true), new Place(9, true));
    }

    @Test
    void startsAtNought() {
        assertThat(Sequencing.decide(0, Map.of(), List.of(A))).containsExactly(new Place(0, true));
    }

    @Test
    void answersADuplicateWithItsFirstIndex() {
        assertThat(Sequencing.decide(7, Map.of(B, 4L), List.of(A, B, C, A)))
                .containsExactly(new Place(7, true), new Place(4, false), new Place(8, true), new Place(7, false));
    }

    @Test
    void hasNothingToDoForAnEmptyBatch() {
        assertThat(Sequencing.decide(7, Map.of(), List.of())).isEmpty();
    }
}
