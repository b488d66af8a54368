package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of deploy/README.md is run by a test, or needs what no test has: an engine, a registry, a cluster. */
class ReadmeTest {

    private static final String HERE = "ReadmeTest.itsScriptsDrawWhatTheySay";

    /** Each command, and the test that runs it or what it needs. */
    private static final Map<String, String> COMMANDS = commands();

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("deploy/compose/draw-secrets.sh", HERE);
        commands.put("docker compose up --build --detach", "needs an engine");
        commands.put(
                "./mvnw package -DskipTests -Dimage", "ImageCommandIT.writesAnImageThatRunsAsNobodyAndHoldsNoSecret");
        commands.put("./mvnw package -DskipTests -Dimage -Dimage.to=registry.example.org/candor", "needs a registry");
        commands.put("deploy/compose/draw-secrets.sh .env deploy/kubernetes/overlays/dev/secrets", HERE);
        commands.put("kubectl apply -k deploy/kubernetes/overlays/dev", "needs a cluster");
        commands.put("kubectl -n candor port-forward service/keycloak 8180:8080", "needs a cluster");
        commands.put("kubectl -n candor port-forward service/intake 8081", "needs a cluster");
        // As a property, and with the address of a collector that is there.
        commands.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318",
                "TracesTest.oneTraceGoesFromTheRequestThroughOutboxAndBrokerToTheConsumersOwnOutbox");
        commands.put("docker build -f intake-service/Dockerfile .", "needs an engine");
        commands.put("docker build", "needs an engine");
        commands.put("docker load", "needs an engine");
        // What comes before the pipe; the rest needs a cluster.
        commands.put(
                "jq --arg page https://app.example.org/ -f deploy/keycloak/realm-import.jq"
                        + " deploy/keycloak/candor-realm-production.json | kubectl create -n candor -f -",
                "RealmTest.isImportedInProductionWithoutWhatIsForDemos");
        commands.put("./candor test", "needs to be what runs this");
        commands.put("promtool test rules", "MonitoringTest.theAlertsDoAsTheirTestsSay");
        commands.put("./candor restore FOLDER", "RestoreIT.bringsBackAllThatWasAcknowledgedWhenEverythingIsLost");
        return commands;
    }

    @TempDir
    Path folder;

    @Test
    void hasNoCommandThatNobodyRuns() {
        assertThat(Readme.commands()).containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
    }

    /** Those of RunbooksIT, which runs all of them. */
    @Test
    void hasShellOnlyWhereAllOfItIsRun() {
        int observability = Readme.text().indexOf("\n## Observability\n");
        assertThat(Readme.shellBlocks())
                .hasSizeGreaterThan(8)
                .allSatisfy(block -> assertThat(block).isGreaterThan(observability));
        assertThat(sourceOf("RunbooksIT")).contains("\"\\n## Observability\\n\"");
    }

    @Test
    void namesTestsThatAreThere() {
        assertThat(COMMANDS.values())
                .filteredOn(shown -> !shown.startsWith("needs "))
                .allSatisfy(shown -> {
                    String[] parts = shown.split("\\.");
                    assertThat(sourceOf(parts[0])).contains(" void " + parts[1] + "(");
                });
    }

    @Test
    @NeedsTool("openssl")
    void itsScriptsDrawWhatTheySay() throws Exception {
        Rendered copy = Rendered.in(folder);
        for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
            if (command.getValue().equals(HERE)) {
                Run.in(copy.folder(), "sh", "-eu", "-c", command.getKey()).output();
            }
        }
        assertThat(folder.resolve(".env")).content().doesNotContain("=change-me");
        for (String keys : List.of("deploy/compose/secrets", "deploy/kubernetes/overlays/dev/secrets")) {
            try (Stream<Path> drawn = Files.list(folder.resolve(keys))) {
                assertThat(drawn).hasSize(Code.SERVICES.size() + 2);
            }
        }
    }

    @Test
    void namesRequestsThatServicesAnswer() {
        Map<String, List<String>> answered = new TreeMap<>();
        for (String service : Code.SERVICES) {
            answered.put(service, answered(service));
        }
        assertThat(Readme.requests()).hasSizeGreaterThan(4).allSatisfy(request -> {
            String[] parts = request.replaceFirst("\\?.*", "").split("[ /]+", 3);
            String expected = parts[0] + ",/" + parts[2].replaceAll("\\{[^}]*}", "{}");
            List<String> services = parts[1].equals("<service>") ? Code.SERVICES : List.of(parts[1]);
            assertThat(services)
                    .allSatisfy(service -> assertThat(answered.get(service)).contains(expected));
        });
    }

    private static List<String> answered(String service) {
        return Repository.text(new Code(service).module() + "/src/test/resources/access.csv")
                .lines()
                .map(line -> line.replaceAll("\\{[^}]*}", "{}").split(","))
                .map(cells -> cells[0] + "," + cells[1])
                .toList();
    }

    private static String sourceOf(String test) {
        return Stream.of("deploy/checks", "deploy/local", "commons/service-kit")
                .map(module -> Repository.path(module + "/src/test/java"))
                .flatMap(Readme::files)
                .filter(file -> file.endsWith(test + ".java"))
                .map(file -> Repository.text(file.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no test " + test));
    }
}
