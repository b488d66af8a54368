package org.candor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void countsAProcessWithWhatItHasStarted() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo started; wait").start();
        try {
            assertThat(parent.inputReader().readLine()).isEqualTo("started");
            ProcessHandle child = parent.descendants().findFirst().orElseThrow();
            long both = ResidentMemory.of(Stream.of(parent.toHandle()));
            assertThat(both).isGreaterThan(ResidentMemory.of(Stream.of(child))).isPositive();
            child.destroyForcibly();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void countsNothingForAProcessThatIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(ResidentMemory.of(Stream.of(gone.toHandle()))).isZero();
    }

    @Test
    void countsThisProcessInMegabytes() {
        assertThat(ResidentMemory.of(Stream.of(ProcessHandle.current()))).isBetween(10L << 20, 4L << 30);
    }
}
