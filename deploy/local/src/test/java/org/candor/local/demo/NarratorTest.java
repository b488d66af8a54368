package org.candor.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.candor.local.api.Patience;
import org.candor.local.api.Unexpected;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(bytes, true, UTF_8), false);

    @Test
    void tellsWhoDidWhatAndWhatCameOfIt() throws Exception {
        narrator.begin("The organisation");
        narrator.begin("The reports");
        narrator.step("workforce", "reports", () -> Told.of("in time", new Link.OnDisk(Path.of("receipt.txt"))));

        assertThat(bytes.toString(UTF_8))
                .contains("1  The reports")
                .containsPattern("1\\.1 +workforce +reports")
                .contains("→ in time")
                .contains("receipt.txt");
        assertThat(narrator.chapters().getLast().steps()).hasSize(1);
    }

    @Test
    void endsAtTheStepThatDidNotComeOutAsTold() {
        narrator.begin("The organisation");
        assertThatThrownBy(() -> narrator.step("operator", "enters the city", () -> {
                    throw new Unexpected("200", "403 FORBIDDEN");
                }))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("0.1  operator enters the city")
                .hasMessageContaining("Expected  200")
                .hasMessageContaining("Came      403 FORBIDDEN");
    }

    @Test
    void endsAtAServiceThatDoesNotAnswer() {
        narrator.begin("The organisation");
        assertThatThrownBy(() -> narrator.step("operator", "enters the city", () -> {
                    throw new IOException("connection refused");
                }))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("connection refused");
    }

    @Test
    void saysWhatWasSeenLastWhenNothingComesInTime() {
        assertThatThrownBy(() -> Patience.until("three", Duration.ofMillis(1), () -> 2, seen -> seen == 3))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("three within")
                .hasMessageContaining("came 2");
    }
}
