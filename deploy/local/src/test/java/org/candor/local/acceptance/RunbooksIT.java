package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.witness.WitnessProcess;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of deploy/README.md as they stand there, in one shell, on an installation in which nobody is entered yet; then
 * what they are part of: a keyset's key is turned, and a witness that has lost everything is followed by another one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsTool({"curl", "openssl", "jq"})
class RunbooksIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String FIRST_WITNESS = "witness.candor.local";
    private static final String SECOND_WITNESS = "witness-2.candor.local";

    @TempDir
    static Path folder;

    private final StackSettings settings = StackSettings.onFreePorts(
                    Checkout.find().root().resolve("deploy/local/target/runbooks"))
            .services(ServiceName.INTAKE, ServiceName.NOTIFICATION, ServiceName.AUDIT);
    private Stack stack;
    private Users users;

    @BeforeAll
    void start() throws Exception {
        Trees.delete(settings.directory());
        start(settings);
    }

    private void start(StackSettings with) throws Exception {
        stack = Stack.start(with);
        users = Users.of(stack);
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    @Order(1)
    void itsCommandsDoWhatTheySay() throws Exception {
        untilGaugesWereRefreshed(stack);
        String answers = run(onThat(stack, commands()));
        assertThat(answers)
                .contains("candor_outbox_depth 0.0")
                .contains("\"entityId\":\"larkspur-falls\"", "\"role\":\"ADMINISTRATOR\"")
                .contains("\"displayName\":\"Marguerite Achterberg\"")
                .contains("-----BEGIN PUBLIC KEY-----", "\"holds\":true", "\"reason\":\"LITIGATION\"");
        assertThat(folder.resolve("trail.pub.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
    }

    /** With a report that the old key has sealed, and that is read when the old key is gone. */
    @Test
    @Order(2)
    void turnsTheKeyOfAKeyset() throws Exception {
        String report = report("Sealed under the first key.");
        String old = keys().getFirst().path("keyId").asText();

        turn("deploy/compose/turn-keyset.sh add intake.keyset.json");
        turn("deploy/compose/turn-keyset.sh promote intake.keyset.json");
        users.as("operator").post("/intake/operations/keys/rewrap", Map.of()).expecting(202);
        Patience.until(
                "keys that the old one wraps",
                SOON,
                () -> key(old),
                key -> !key.path("primary").asBoolean() && key.path("wraps").asLong() == 0);
        turn("deploy/compose/turn-keyset.sh drop intake.keyset.json 1234567890".replace("1234567890", old));

        assertThat(keys())
                .hasSize(1)
                .noneMatch(key -> key.path("keyId").asText().equals(old));
        assertThat(users.as("administrator")
                        .get("/intake/reports/" + report)
                        .expecting(200)
                        .text("/narrative"))
                .isEqualTo("Sealed under the first key.");
        report("Sealed under the second key.");
    }

    @Test
    @Order(3)
    void followsAWitnessThatHasLostItsFolderByAnotherOne() throws Exception {
        report("Witnessed by the first one.");
        signedBy(FIRST_WITNESS, checkpoint -> true);
        Path publicKey = WitnessProcess.publicKey(stack.layout());
        String before = Files.readString(publicKey);
        stack.kill9("witness");
        stack.close();
        Trees.delete(stack.layout().data("witness"));

        start(settings.environment(Map.of(WitnessProcess.NAMED_BY, SECOND_WITNESS)));
        report("Witnessed by the second one.");
        signedBy(SECOND_WITNESS, checkpoint -> !checkpoint.contains(FIRST_WITNESS + " "));
        assertThat(publicKey).content().startsWith(SECOND_WITNESS + "+").isNotEqualTo(before);
        assertThat(users.as("auditor")
                        .post("/audit/self-check", Map.of())
                        .expecting(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .isTrue();
    }

    /** Returns once the newest checkpoint is one that this witness has signed; a new one also signs what a lost one had signed. */
    private void signedBy(String witness, Predicate<String> and) throws Exception {
        Patience.until(
                "a checkpoint that " + witness + " has signed",
                SOON,
                () -> users.as("auditor").get("/audit/checkpoint").text(),
                checkpoint -> checkpoint.contains("\n\u2014 " + witness + " ") && and.test(checkpoint));
    }

    /** A line of the runbook on the keyset that the stack has, and the restart that goes with it. */
    private void turn(String command) throws Exception {
        Path script = Checkout.find().root().resolve("deploy/compose/turn-keyset.sh");
        Path keyset = stack.layout().keys().resolve("intake.keyset.json");
        run(command.replace("deploy/compose/turn-keyset.sh", script.toString())
                .replace("intake.keyset.json", keyset.toString()));
        stack.restart("intake");
    }

    private List<JsonNode> keys() throws Exception {
        List<JsonNode> keys = new ArrayList<>();
        users.as("operator")
                .get("/intake/operations/keys/rewrap")
                .expecting(200)
                .json()
                .path("keys")
                .forEach(keys::add);
        return keys;
    }

    private JsonNode key(String id) {
        try {
            return keys().stream()
                    .filter(key -> key.path("keyId").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String report(String narrative) throws Exception {
        return users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId", "larkspur-falls",
                                "kind", "POLICY_VIOLATION",
                                "relation", "WORKFORCE",
                                "channel", "ONLINE",
                                "phiPossible", false,
                                "narrative", narrative))
                .expecting(201)
                .text("/incidentId");
    }

    private static void untilGaugesWereRefreshed(Stack stack) throws Exception {
        String look = "curl -s %s/q/metrics".formatted(stack.management(ServiceName.INTAKE));
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
                        "http://localhost:8581/intake",
                        stack.management(ServiceName.INTAKE).toString())
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
