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

    /** What stands between a command and a test: an engine, a registry, a cluster, or that it is what runs the test. */
    private static final Map<String, String> NEEDS = Map.of(
            "docker compose up --build --detach", "an engine",
            "./mvnw package -DskipTests -Dimage -Dimage.to=registry.example.org/candor", "a registry",
            "kubectl apply -k deploy/kubernetes/overlays/dev", "a cluster",
            "kubectl -n candor port-forward service/keycloak 8180:8080", "a cluster",
            "kubectl -n candor port-forward service/intake 8081", "a cluster",
            "docker build -f intake-service/Dockerfile .", "an engine",
            "docker build", "an engine",
            "docker load", "an engine",
            "./candor test", "to be what runs this");

    /**
     * A test that runs a command.
     *
     * @param method the class and the method
     * @param as what stands in that class where it runs the command: the command itself, or that part of it which the test does
     *     not have to say in another way
     */
    private record Shown(String method, String as) {}

    private static final Map<String, Shown> COMMANDS = commands();

    private static Map<String, Shown> commands() {
        Map<String, Shown> commands = new LinkedHashMap<>();
        commands.put("deploy/compose/draw-secrets.sh", new Shown(HERE, "command.getKey()"));
        commands.put(
                "deploy/compose/draw-secrets.sh .env deploy/kubernetes/overlays/dev/secrets",
                new Shown(HERE, "command.getKey()"));
        String image = "./mvnw package -DskipTests -Dimage";
        commands.put(image, new Shown("ImageCommandIT.writesAnImageThatRunsAsNobodyAndHoldsNoSecret", image));
        // As a property, and with the address of a collector that is there.
        commands.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318",
                new Shown("CanaryIT.whatIsSaidOfPeopleIsNowhereButWhereItBelongs", "collector.environment()"));
        // What comes before the pipe; the rest needs a cluster.
        commands.put(
                "jq --arg page https://app.example.org/ -f deploy/keycloak/realm-import.jq"
                        + " deploy/keycloak/candor-realm-production.json | kubectl create -n candor -f -",
                new Shown("RealmTest.isImportedInProductionWithoutWhatIsForDemos", "Readme.commands()"));
        commands.put(
                "promtool test rules",
                new Shown("MonitoringTest.theAlertsDoAsTheirTestsSay", "promtool(\"test rules\""));
        commands.put(
                "./candor restore FOLDER",
                new Shown("RestoreIT.bringsBackAllThatWasAcknowledgedWhenEverythingIsLost", "command(\"restore\""));
        String afterRestore =
                "psql --set=topic=breach.assessment.v1 --set=last=1234 --file=deploy/postgres/after-restore.sql";
        commands.put(afterRestore, new Shown("ServicesIT.sendAgainAndCountOnAfterARestore", afterRestore));
        // The launcher asks the broker itself; the program comes with a broker's distribution.
        commands.put(
                "kafka-consumer-groups.sh --reset-offsets --to-datetime",
                new Shown(
                        "ConsumerGroupsIT.goesBackToWhatWasPublishedSinceInEveryGroupOfThatServiceAndNoOther",
                        "groups.goBack("));
        for (String step :
                List.of("add intake.keyset.json", "promote intake.keyset.json", "drop intake.keyset.json 1234567890")) {
            String command = "deploy/compose/turn-keyset.sh " + step;
            commands.put(command, new Shown("RunbooksIT.turnsTheKeyOfAKeyset", "turn(\"" + command + "\""));
        }
        for (String person : List.of(
                "operator ruben.ostrander ruben.ostrander@larkspurfalls.example '*'",
                "administrator marguerite.achterberg marguerite.achterberg@larkspurfalls.example larkspur-falls")) {
            String command = "deploy/keycloak/person.sh " + person;
            commands.put(
                    command,
                    new Shown("FirstPeopleIT.enterWithTheirRolesAndEntitiesAndAPasswordForOnce", "\"" + command));
        }
        String token = "OPERATOR=$(deploy/keycloak/token.sh)";
        commands.put(
                token,
                new Shown("FirstPeopleIT.signInWithThatPasswordAndAreAskedForOneOfTheirOwnAndASecondFactor", token));
        return commands;
    }

    @TempDir
    Path folder;

    @Test
    void hasNoCommandThatNobodyRuns() {
        assertThat(Readme.commands())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(COMMANDS.keySet().stream(), NEEDS.keySet().stream())
                        .toList());
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
    void hasItsCommandsInTheTestsThatRunThem() {
        COMMANDS.forEach((command, shown) -> {
            String[] parts = shown.method().split("\\.");
            assertThat(sourceOf(parts[0])).as(command).contains(" void " + parts[1] + "(", shown.as());
        });
    }

    @Test
    @NeedsTool("openssl")
    void itsScriptsDrawWhatTheySay() throws Exception {
        Rendered copy = Rendered.in(folder);
        for (Map.Entry<String, Shown> command : COMMANDS.entrySet()) {
            if (command.getValue().method().equals(HERE)) {
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
        assertThat(Readme.requests()).hasSizeGreaterThan(3).allSatisfy(request -> {
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
