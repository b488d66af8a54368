package org.candor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildRecordTest {

    @TempDir
    Path folder;

    private Process sleeper;

    @BeforeEach
    void startSomething() throws IOException {
        sleeper = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void findsTheProcessAgain() throws IOException {
        ChildRecord.of(sleeper.toHandle(), "TERM").write(folder.resolve("a"));
        ChildRecord read = ChildRecord.read(folder.resolve("a")).orElseThrow();
        assertThat(read.process()).contains(sleeper.toHandle());
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSameIdForIt() {
        ChildRecord now = ChildRecord.of(sleeper.toHandle(), "TERM");
        ChildRecord earlier = new ChildRecord(now.pid(), now.started().minus(Duration.ofHours(1)), "TERM");
        assertThat(earlier.process()).isEmpty();
        earlier.askToEnd();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void readsNothingFromAFileThatWasCutShort() throws IOException {
        Path file = folder.resolve("cut");
        for (String content : new String[] {"", "12", "12\nyesterday", "12\n2026-01-01T00:00:00Z", "x\n\n"}) {
            Files.writeString(file, content);
            assertThat(ChildRecord.read(file)).as(content).isEmpty();
        }
        assertThat(ChildRecord.read(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void endsWhatAKilledLauncherLeftBehind() throws IOException {
        Children children = new Children(folder);
        children.record("sleeper", sleeper.toHandle(), "TERM");
        assertThat(children.endLeftovers()).containsExactly("sleeper");
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(children.endLeftovers()).isEmpty();
    }

    @Test
    void killsWhatDoesNotListen() throws IOException {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; while true; do sleep 1; done").start();
        Children.awaitEnd(java.util.List.of(deaf.toHandle()), Duration.ofMillis(200));
        assertThat(deaf.onExit().join().isAlive()).isFalse();
    }
}
