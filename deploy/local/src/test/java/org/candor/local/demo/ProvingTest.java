package org.candor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProvingTest {

    @Test
    void findsTheFactsInTheirOrderWhateverLiesBetween() {
        assertThat(Proving.inOrder(List.of("a", "x", "b", "b", "c"), List.of("a", "b", "c")))
                .isTrue();
    }

    @Test
    void missesAFactThatCameTooEarlyOrNotAtAll() {
        assertThat(Proving.inOrder(List.of("b", "a"), List.of("a", "b"))).isFalse();
        assertThat(Proving.inOrder(List.of("a"), List.of("a", "b"))).isFalse();
    }
}
