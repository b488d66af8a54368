package org.candor.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortPathsTest {

    private static final byte[] A = "a".getBytes(UTF_8);
    private static final byte[] B = "b".getBytes(UTF_8);
    private static final byte[] TOP = "top".getBytes(UTF_8);

    private final ShortPaths paths = new ShortPaths();

    @Test
    void leavesOutWhatTheLineBeforeHasFromTheTopDown() {
        assertThat(paths.shortened("2026", List.of(A, B, TOP))).containsExactly(A, B, TOP);
        assertThat(paths.shortened("2026", List.of(B, B, TOP))).containsExactly(B);
        // Against the whole path of the line before, not against what was written of it.
        assertThat(paths.shortened("2026", List.of(A, TOP))).containsExactly(A);
    }

    @Test
    void beginsAnewWithEachLog() {
        paths.shortened("2026", List.of(A, TOP));
        assertThat(paths.shortened("2027", List.of(A, TOP))).containsExactly(A, TOP);
    }
}
