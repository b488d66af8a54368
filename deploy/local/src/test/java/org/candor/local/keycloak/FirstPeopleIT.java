package org.candor.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.candor.local.Checkout;
import org.candor.local.Ports;
import org.candor.local.Trees;
import org.candor.local.process.Child;
import org.candor.local.process.Children;
import org.candor.local.process.Java;
import org.candor.local.run.Await;
import org.candor.tools.NeedsTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The realm of an installation that others can reach, imported into a Keycloak of its own, and who is entered into it first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NeedsTool({"curl", "jq", "openssl"})
class FirstPeopleIT {

    private static final Path ROOT = Checkout.find().root();
    private static final Path FOLDER = ROOT.resolve("deploy/local/target/first-people");
    private static final String PASSWORD = "of the administrator of Keycloak & nobody else";
    private static final String PAGE = "https://app.example.org/";
    private static final Duration TIME_TO_START = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port = Ports.free().of(Ports.KEYCLOAK);
    private Child keycloak;

    @BeforeAll
    void start() throws Exception {
        Trees.delete(FOLDER);
        Path home = FOLDER.resolve("home");
        KeycloakInstallation installation = new KeycloakInstallation(
                Checkout.find().keycloak(), Checkout.find().realm());
        installation.prepare();
        installation.link(home);
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                ROOT.resolve("deploy/keycloak/candor-realm-production.json"),
                home.resolve("data/import/candor-realm.json"));
        keycloak = new Child(
                "keycloak",
                FOLDER.resolve("keycloak.log"),
                new Children(Files.createDirectories(FOLDER.resolve("run"))));
        keycloak.start(
                command(home),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "CANDOR_SPA_REDIRECT_URI",
                        PAGE,
                        "CANDOR_SPA_ORIGIN",
                        "https://app.example.org"));
        Await.answer(
                URI.create(address() + "/realms/master/.well-known/openid-configuration"), keycloak, TIME_TO_START);
        assertThat(ask("/users").size()).as("nobody but the services").isZero();
    }

    @AfterAll
    void end() {
        keycloak.end();
    }

    @Test
    void enterWithTheirRolesAndEntitiesAndAPasswordForOnce() throws Exception {
        String first =
                run("deploy/keycloak/person.sh operator ruben.ostrander ruben.ostrander@larkspurfalls.example '*'");
        run(
                "deploy/keycloak/person.sh administrator marguerite.achterberg marguerite.achterberg@larkspurfalls.example larkspur-falls");

        assertThat(first).matches("[A-Za-z0-9_-]{32}\n");
        assertThat(roles("ruben.ostrander")).contains("operator");
        assertThat(roles("marguerite.achterberg")).contains("administrator").doesNotContain("operator");
        JsonNode administrator = person("marguerite.achterberg");
        assertThat(administrator.at("/attributes/entities")).hasToString("[\"larkspur-falls\"]");
        assertThat(person("ruben.ostrander").at("/attributes/entities")).hasToString("[\"*\"]");
        assertThat(administrator.path("requiredActions")).hasToString("[\"UPDATE_PASSWORD\"]");
        assertThat(administrator.path("enabled").asBoolean()).isTrue();
        for (String role : List.of("operator", "administrator")) {
            assertThat(ask("/roles/" + role + "/composites").findValuesAsText("name"))
                    .containsExactly("second-factor");
        }
    }

    /** Somebody without a role would have a password that nobody knows. */
    @Test
    void doNotEnterWithARoleThatThereIsNot() throws Exception {
        assertThat(run("! deploy/keycloak/person.sh operater odell.farrow odell.farrow@larkspurfalls.example '*'"))
                .isEmpty();
        assertThat(person("odell.farrow").isMissingNode()).isTrue();
    }

    @Test
    void signInWithThatPasswordAndAreAskedForOneOfTheirOwnAndASecondFactor() throws Exception {
        String first = run("deploy/keycloak/person.sh operator ottoline.brackwell ottoline@larkspurfalls.example '*'")
                .strip();
        Process shell = shell("OPERATOR=$(deploy/keycloak/token.sh) && echo \"$OPERATOR\"")
                .start();
        SignIn person = new SignIn(address(), "ottoline.brackwell", first, "a password of my own");
        try (BufferedReader said = shell.errorReader();
                Writer browser = shell.outputWriter()) {
            browser.write(person.from(said.readLine()) + "\n");
        }
        String token = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(person.asked())
                .startsWith(SignIn.PASSWORD)
                .containsExactlyInAnyOrder(SignIn.PASSWORD, SignIn.NEW_PASSWORD, SignIn.SECOND_FACTOR);
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("preferred_username").asText()).isEqualTo("ottoline.brackwell");
        assertThat(claims.at("/realm_access/roles").toString()).contains("\"operator\"");
        assertThat(claims.path("entities")).hasToString("[\"*\"]");
        assertThat(claims.path("aud").toString()).contains("candor");
    }

    @Test
    void areGivenNoTokenForAnAnswerToAnotherQuestion() throws Exception {
        assertThat(run("! echo 'https://app.example.org/?code=4711&state=another' | deploy/keycloak/token.sh"))
                .isEmpty();
    }

    private ProcessBuilder shell(String command) throws IOException {
        Files.writeString(FOLDER.resolve(".curlrc"), "header = \"X-Forwarded-Proto: https\"\n");
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", command).directory(ROOT.toFile());
        shell.environment()
                .putAll(Map.of(
                        "KEYCLOAK",
                        address(),
                        "KEYCLOAK_ADMIN_PASSWORD",
                        PASSWORD,
                        "CANDOR_OIDC_URL",
                        address() + "/realms/candor",
                        "CANDOR_SPA_REDIRECT_URI",
                        PAGE,
                        "CURL_HOME",
                        FOLDER.toString()));
        return shell;
    }

    private String run(String command) throws Exception {
        Process process = shell(command)
                .redirectError(FOLDER.resolve("person.log").toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(said + Files.readString(FOLDER.resolve("person.log")))
                .isZero();
        return said;
    }

    private JsonNode person(String username) throws Exception {
        return ask("/users?exact=true&username=" + username).path(0);
    }

    private List<String> roles(String username) throws Exception {
        return ask("/users/" + person(username).path("id").asText() + "/role-mappings/realm")
                .findValuesAsText("name");
    }

    private JsonNode ask(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/admin/realms/candor" + path))
                .header("Authorization", "Bearer " + token())
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return json.readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private List<String> command(Path home) {
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(KeycloakJvm.FLAGS);
        command.addAll(KeycloakJvm.program(home));
        command.addAll(List.of(
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--proxy-headers=xforwarded"));
        return command;
    }
}
