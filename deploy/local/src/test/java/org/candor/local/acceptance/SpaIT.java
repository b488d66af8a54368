package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.candor.local.Checkout;
import org.candor.local.SharedStack;
import org.candor.local.Stack;
import org.candor.local.api.Json;
import org.candor.local.api.Users;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example page: its client is generated from the running service, it compiles in strict mode, and it works in a browser. */
@ExtendWith(SharedStack.class)
class SpaIT {

    private static final Path EXAMPLE = Checkout.find().root().resolve("deploy/local/spa-example");
    private static final Path TARGET = Checkout.find().root().resolve("deploy/local/target");

    @Test
    @NeedsTool({"node", "npm", "chromium"})
    void aPageOfAnotherOriginSignsInAndReports(Stack stack, Users users) throws Exception {
        npm("ci", "--no-audit", "--no-fund");
        npm("run", "client", "--", stack.url() + "/intake/q/openapi", "-o", "src/schema.d.ts");
        npm("run", "build");
        Process server = serve(stack);
        try {
            JsonNode seen = drive(stack);
            assertThat(seen.path("broken"))
                    .as("rules of WCAG 2.2 AA that a page breaks")
                    .isEmpty();
            JsonNode nameless = seen.path("nameless");
            assertThat(nameless.path("language").asText()).isEqualTo("es");
            assertThat(nameless.path("unlabelled")).isEmpty();
            assertThat(nameless.path("first").asText()).isEqualTo("skip");
            assertThat(nameless.path("refusal").asText()).contains("dirección");
            assertThat(nameless.path("focused").asText()).isEqualTo("problem");
            JsonNode signedIn = seen.path("signedIn");
            assertThat(signedIn.path("who").asText()).startsWith("You are signed in");
            assertThat(signedIn.path("left").asInt()).isZero();
            assertThat(signedIn.path("asksForAName").asBoolean()).isFalse();
            assertThat(signedIn.path("address").asText()).isEqualTo(stack.pages() + "/");
            for (JsonNode visit : List.of(nameless, signedIn)) {
                users.withoutToken()
                        .post(
                                "/intake/receipts/status",
                                Json.of("receipt", visit.path("receipt").asText()))
                        .expecting(200);
            }
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static Process serve(Stack stack) throws Exception {
        ProcessBuilder server = command("node", "serve.mjs");
        server.environment()
                .putAll(Map.of(
                        "PORT", Integer.toString(stack.pages().getPort()),
                        "CANDOR_URL", stack.url().toString(),
                        "CANDOR_ISSUER", stack.issuer().toString()));
        return server.redirectOutput(log("spa-server")).start();
    }

    private static JsonNode drive(Stack stack) throws Exception {
        String said = run(command(
                "node",
                "test/drive.mjs",
                stack.pages() + "/",
                TARGET.resolve("pictures").toString()));
        return new ObjectMapper().readTree(said.lines().reduce("", (before, line) -> line));
    }

    private static void npm(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "npm";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        run(command(command));
    }

    private static String run(ProcessBuilder command) throws Exception {
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static ProcessBuilder command(String... words) {
        return new ProcessBuilder(words).directory(EXAMPLE.toFile()).redirectErrorStream(true);
    }

    private static File log(String name) throws Exception {
        return Files.createDirectories(TARGET).resolve(name + ".log").toFile();
    }
}
