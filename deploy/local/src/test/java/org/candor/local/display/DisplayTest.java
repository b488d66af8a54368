package org.candor.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void drawsALinePerComponentInItsPlace() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (LiveDisplay display = new LiveDisplay(out, clock)) {
            display.expect(List.of("kafka", "intake", "breach", "audit"));
            display.starting("kafka");
            display.ready("intake", Duration.ofMillis(4_250));
            display.failed("breach");
        }
        String screen = Screen.after(bytes.toString(StandardCharsets.UTF_8));
        assertThat(screen.lines())
                .containsExactly(
                        "  kafka          starting    0.0 s",
                        "  intake         ready       4.3 s",
                        "  breach         failed",
                        "  audit          waiting");
    }

    @Test
    void writesPlainLinesIntoAFile() {
        try (PlainDisplay display = new PlainDisplay(out)) {
            display.expect(List.of("kafka", "intake"));
            display.starting("kafka");
            display.ready("kafka", Duration.ofSeconds(3));
            display.failed("intake");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .doesNotContain("\u001b")
                .contains("Starting kafka, intake", "kafka          ready       3.0 s", "intake         failed");
    }
}
