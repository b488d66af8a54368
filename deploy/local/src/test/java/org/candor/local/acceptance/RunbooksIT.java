package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.api.Patience;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of deploy/README.md as they stand there, in one shell, on an installation in which nobody is entered yet. */
class RunbooksIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path folder;

    @Test
    @NeedsTool({"curl", "openssl"})
    void itsCommandsDoWhatTheySay() throws Exception {
        StackSettings settings =
                StackSettings.onFreePorts(folder.resolve("stack")).services(ServiceName.INTAKE, ServiceName.AUDIT);
        try (Stack stack = Stack.start(settings)) {
            untilGaugesWereRefreshed(stack);
            String answers = run(onThat(stack, commands()));
            assertThat(answers)
                    .contains("candor_outbox_depth 0.0")
                    .contains("\"entityId\":\"larkspur-falls\"", "\"role\":\"ADMINISTRATOR\"")
                    .contains("\"displayName\":\"Marguerite Achterberg\"")
                    .contains("-----BEGIN PUBLIC KEY-----", "\"holds\":true", "\"reason\":\"LITIGATION\"");
            assertThat(folder.resolve("trail.pub.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
        }
    }

    private static void untilGaugesWereRefreshed(Stack stack) throws Exception {
        String look = "curl -s %s/q/metrics".formatted(stack.url(ServiceName.INTAKE));
        Patience.until("gauges", Duration.ofMinutes(1), () -> run(look), seen -> seen.contains("candor_outbox_depth"));
    }

    private static String commands() throws Exception {
        String readme = Files.readString(Checkout.find().root().resolve("deploy/README.md"));
        String ours = readme.substring(readme.indexOf("\n## Observability\n"));
        return BLOCK.matcher(ours)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static String onThat(Stack stack, String commands) {
        return commands.replace(
                        "http://localhost:8081/intake",
                        stack.url(ServiceName.INTAKE).toString())
                .replace("http://localhost:8080", stack.url().toString())
                .replace("http://localhost:8180/realms/candor", stack.issuer().toString());
    }

    private static String run(String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-eu", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
