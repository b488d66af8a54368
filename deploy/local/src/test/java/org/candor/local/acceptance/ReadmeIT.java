package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candor.local.Checkout;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the README's commands as they stand there, in one shell, with only the ports changed. */
@ExtendWith(SharedStack.class)
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    @NeedsTool("curl")
    void itsRequestsAreAnsweredAsItSays(Stack stack) throws Exception {
        List<String> requests =
                blocks().stream().filter(block -> block.contains("curl")).toList();
        String answers = run(onThat(stack, String.join("\n", requests)));
        assertThat(requests).hasSize(4);
        assertThat(answers)
                .contains("\"incidentId\"", "\"receivedAt\"")
                .contains("INDIVIDUAL_NOTICE", "HHS_NOTICE", "MEDIA_NOTICE", "164.404(b)")
                .doesNotContain("\"status\":4", "\"status\":5");
    }

    /** {@code demo} is played by DemoIT, {@code test} is how this test is run, and the script's own test knows the others. */
    @Test
    void itsOtherCommandsAreThoseOfTheScript() throws Exception {
        assertThat(blocks())
                .filteredOn(block -> !block.contains("curl"))
                .containsExactly("./candor demo\n", "./candor test\n");
    }

    private static List<String> blocks() throws Exception {
        String readme = Files.readString(Checkout.find().root().resolve("README.md"));
        Matcher blocks = BLOCK.matcher(readme);
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static String onThat(Stack stack, String commands) {
        return commands.replace("http://localhost:8080", stack.url().toString())
                .replace("http://localhost:8180/realms/candor", stack.issuer().toString());
    }

    private static String run(String commands) throws Exception {
        Process shell = new ProcessBuilder("sh", "-eu", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
