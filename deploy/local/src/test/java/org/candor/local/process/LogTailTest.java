package org.candor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void givesTheLastLinesOfALongLog() throws IOException {
        Path log = folder.resolve("long.log");
        Files.writeString(log, "first\n" + "a line\n".repeat(100_000) + "last but one\nlast\n");
        assertThat(LogTail.of(log, 2)).containsExactly("last but one", "last");
    }

    @Test
    void givesNothingForALogThatIsNotThere() {
        assertThat(LogTail.of(folder.resolve("absent.log"), 5)).isEmpty();
    }
}
