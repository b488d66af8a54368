package org.candor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {

    @TempDir
    Path bin;

    @BeforeEach
    void install() throws Exception {
        assertThat(Files.createFile(bin.resolve("curl")).toFile().setExecutable(true))
                .isTrue();
        Files.createFile(bin.resolve("no-program"));
    }

    @Test
    void runsACheckWhoseProgramsAreHere() {
        assertThat(new Tools(path()).verdict(List.of("curl"))).isEqualTo(new Tools.Verdict.Run());
    }

    @Test
    void skipsACheckAndNamesWhatIsMissing() {
        assertThat(new Tools(path()).verdict(List.of("curl", "chromium", "no-program")))
                .isEqualTo(new Tools.Verdict.Skip("not installed: chromium, no-program"));
    }

    @Test
    void failsInsteadOfSkippingOnTheBuildServer() {
        Map<String, String> server = Map.of("PATH", bin.toString(), "CI", "true");
        assertThat(new Tools(server).verdict(List.of("chromium")))
                .isEqualTo(new Tools.Verdict.Fail("not installed: chromium; .ci/run installs it"));
    }

    private Map<String, String> path() {
        return Map.of("PATH", "/nowhere:" + bin);
    }
}
