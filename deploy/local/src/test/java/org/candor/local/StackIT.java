package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.candor.local.keycloak.PasswordGrant;
import org.candor.local.process.ChildRecord;
import org.candor.local.run.StartFailed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack: started from the shell, used, its launcher killed, started again with its data, ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {

    private static final Duration TIME_TO_START = Duration.ofMinutes(10);
    private static final String ENTITY = """
            {"name":"City of Larkspur Falls","kind":"COVERED_ENTITY","street":"100 Depot Street","city":"Larkspur Falls",
             "state":"WI","zip":"53999","timeZone":"America/Chicago","email":"privacy@larkspurfalls.example"}""";

    @TempDir
    static Path folder;

    private final Ports ports = Ports.free();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private Path directory;
    private LauncherProcess launcher;
    private Stack stack;

    @BeforeAll
    void startFromTheShell() throws Exception {
        directory = folder.resolve("a stack");
        launcher = new LauncherProcess(
                ports, LauncherProcess.on(directory, "up", "--services", "intake", "--replicas", "2"));
        Awaitility.await().atMost(TIME_TO_START).until(() -> launcher.isReady() || !launcher.isAlive());
        assertThat(launcher.isReady()).as(String.join("\n", launcher.output())).isTrue();
    }

    @AfterAll
    void endWhatIsLeft() throws Exception {
        if (stack != null) {
            stack.close();
        }
        launcher.kill9();
        assertThat(Down.end(new Layout(directory))).startsWith("Nothing runs");
        Trees.delete(folder.resolve("broken"));
        Trees.delete(directory);
    }

    @Test
    @Order(1)
    void tellsWhatThereIs() {
        String told = String.join("\n", launcher.output());
        assertThat(told)
                .contains(
                        "postgres       ready",
                        "kafka          ready",
                        "keycloak       ready",
                        "intake         ready",
                        "intake-2       ready")
                .contains("http://localhost:%d/intake/q/swagger-ui/".formatted(ports.of(Ports.PROXY)))
                .contains(Summary.USERS.toArray(String[]::new))
                .contains(
                        directory.resolve("mail").toString(),
                        directory.resolve("logs").toString())
                .containsPattern("ready after [0-9.]+ s, [0-9]+ MiB resident");
        assertThat(launcher.output().getLast()).isEqualTo("ready");
    }

    @Test
    @Order(2)
    void givesEachRoleItsToken() throws Exception {
        for (String role : Summary.USERS) {
            JsonNode claims = claims(tokens().token(role, role));
            assertThat(claims.at("/realm_access/roles")).as(role).hasToString("[\"" + role + "\"]");
            assertThat(claims.path("aud").asText()).isEqualTo("candor");
            assertThat(claims.path("iss").asText())
                    .isEqualTo("http://localhost:%d/realms/candor".formatted(ports.of(Ports.KEYCLOAK)));
            assertThat(claims.at("/entities/0").asText()).isEqualTo("*");
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(300);
            assertThat(claims.path("sub").asText()).isNotBlank();
        }
    }

    @Test
    @Order(2)
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> tokens().token("auditor", "operator")).hasMessageContaining("invalid_grant");
    }

    @Test
    @Order(3)
    void servesAServiceThroughTheProxyToWhoMay() throws Exception {
        assertThat(get("/intake/me", "auditor").statusCode()).isEqualTo(200);
        assertThat(http.send(request("/intake/me").build(), text()).statusCode())
                .isEqualTo(401);
        assertThat(http.send(request("/intake/q/metrics").build(), text()).statusCode())
                .isEqualTo(404);
        assertThat(putEntity().statusCode()).isBetween(200, 204);
    }

    @Test
    @Order(4)
    void refusesASecondLauncherOnTheSameFolder() throws Exception {
        LauncherProcess second = new LauncherProcess(Ports.free(), LauncherProcess.on(directory, "up"));
        assertThat(second.await()).isEqualTo(1);
        assertThat(String.join("\n", second.output())).contains("already runs on " + directory, "./candor down");
    }

    @Test
    @Order(4)
    void namesAPortThatAnotherStackHolds() throws Exception {
        LauncherProcess second = new LauncherProcess(ports, LauncherProcess.on(folder.resolve("other"), "up"));
        assertThat(second.await()).isEqualTo(1);
        assertThat(String.join("\n", second.output()))
                .contains("Port " + ports.of(Ports.PROXY), "needed by proxy", "--port-offset");
    }

    @Test
    @Order(5)
    void startsAgainAfterItsLauncherWasKilled() throws Exception {
        launcher.kill9();
        assertThat(children())
                .as("left behind")
                .isNotEmpty()
                .allMatch(child -> child.process().isPresent());
        List<ChildRecord> left = children();
        stack = Stack.start(
                StackSettings.usual().directory(directory).ports(ports).services(ServiceName.INTAKE));
        assertThat(left).allMatch(child -> child.process().isEmpty());
        assertThat(get("/intake/directory/entities", "administrator").body()).contains("larkspur-falls");
        assertThat(stack.residentBytes()).isBetween(200L << 20, 3L << 30);
    }

    @Test
    @Order(6)
    void refusesASecondStackInTheSameProcess() {
        assertThatThrownBy(() -> Stack.start(StackSettings.onFreePorts(directory)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("already runs");
    }

    @Test
    @Order(7)
    void bringsBackWhatWasKilled() throws Exception {
        for (String component : List.of("postgres", "kafka", "intake", "smtp")) {
            stack.kill9(component);
        }
        assertThat(get("/intake/me", "auditor").statusCode()).isEqualTo(503);
        for (String component : List.of("postgres", "kafka", "intake", "smtp")) {
            stack.restart(component);
        }
        assertThat(get("/intake/directory/entities", "administrator").body()).contains("larkspur-falls");
    }

    @Test
    @Order(8)
    void leavesNothingRunningWhenItEnds() throws Exception {
        List<ChildRecord> running = children();
        stack.close();
        assertThat(running).isNotEmpty().allMatch(child -> child.process().isEmpty());
        assertThat(children()).isEmpty();
        assertThat(PortCheck.complaint(ports.byName())).isEmpty();
    }

    @Test
    @Order(9)
    void saysWhatIsWrongWhenAComponentDoesNotStart() throws Exception {
        Path broken = folder.resolve("broken");
        Path data = Files.createDirectories(new Layout(broken).data("kafka"));
        Files.writeString(data.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=another\n");
        assertThatThrownBy(() -> Stack.start(StackSettings.onFreePorts(broken)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContainingAll("kafka did not start", "kafka.log", "What to do");
        assertThat(records(broken)).isEmpty();
    }

    private HttpResponse<String> get(String path, String user) throws Exception {
        return http.send(request(path).header("Authorization", bearer(user)).build(), text());
    }

    private HttpResponse<String> putEntity() throws Exception {
        HttpRequest put = request("/intake/directory/entities/larkspur-falls")
                .header("Authorization", bearer("administrator"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(ENTITY))
                .build();
        return http.send(put, text());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(ports.of(Ports.PROXY), path)));
    }

    private String bearer(String user) throws Exception {
        return "Bearer " + tokens().token(user, user);
    }

    private PasswordGrant tokens() {
        return new PasswordGrant(URI.create("http://localhost:%d/realms/candor".formatted(ports.of(Ports.KEYCLOAK))));
    }

    private JsonNode claims(String token) throws Exception {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private List<ChildRecord> children() throws Exception {
        return records(directory);
    }

    private static List<ChildRecord> records(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(new Layout(directory).run())) {
            return files.filter(file -> file.toString().endsWith(".child"))
                    .flatMap(file -> ChildRecord.read(file).stream())
                    .toList();
        }
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }
}
