package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built services, started with the environment that the compose file and the manifests give them, as near as it goes without an engine. */
@NeedsTool({"openssl", "psql", "sh"})
class ServicesIT {

    @TempDir
    static Path folder;

    private static Needs needs;
    private static Started witness;

    @BeforeAll
    static void start() throws Exception {
        needs = new Needs(folder);
        Map<String, String> environment = needs.environment("witness");
        environment.put("CANDOR_WITNESS_HOST", "127.0.0.1");
        environment.put("CANDOR_WITNESS_PORT", free());
        Path audit = Repository.path("audit-service");
        String classPath = audit.resolve("witness/target/candor-witness.jar") + ":"
                + audit.resolve("verifier/target/candor-verify.jar");
        witness = Started.java(
                        log("witness"), folder, environment, List.of("-cp", classPath, "org.candor.witness.Witness"))
                .ready("http://127.0.0.1:" + environment.get("CANDOR_WITNESS_PORT") + "/health");
    }

    @AfterAll
    static void end() throws Exception {
        witness.close();
        needs.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "investigation", "breach", "notification", "audit"})
    void areReadyWithWhatTheComposeFileGivesThem(String service) throws Exception {
        Map<String, String> environment = environment(service);
        try (Started started = service(service, environment)) {
            started.ready(readiness(service, environment));
        }
    }

    /** What compose mounts for it, and nothing else, can be written. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "investigation", "breach", "notification", "audit"})
    @NeedsTool("unshare")
    void areReadyOnAFileSystemThatTheyCannotWrite(String service) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp-of-" + service));
        ReadOnlyRoot container = new ReadOnlyRoot(temporary, needs.volumes(service));
        Map<String, String> environment = environment(service);
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                Needs.application(service).resolve("quarkus-run.jar").toString());
        try (Started started =
                Started.command(log(service), Needs.application(service), environment, container.running(java))) {
            started.ready(readiness(service, environment));
            assertThat(started.said()).doesNotContain("Read-only file system");
        }
    }

    @Test
    void doNotStartWithASecretOutOfTheExample() throws Exception {
        Map<String, String> environment = environment("breach");
        environment.put("CANDOR_CLIENT_SECRET", "change-me-breach");
        try (Started refused = service("breach", environment)) {
            assertThat(refused.end()).isNotZero();
            assertThat(refused.said())
                    .contains("CANDOR_CLIENT_SECRET: the value stands in an example")
                    .doesNotContain("change-me-breach");
        }
    }

    @Test
    void doNotStartAheadOfTheirTimeWhereRecordsAreAtStake() throws Exception {
        Map<String, String> environment = environment("breach");
        environment.put("CANDOR_CLOCK_AHEAD", "P6Y");
        try (Started refused = service("breach", environment)) {
            assertThat(refused.end()).isNotZero();
            assertThat(refused.said()).contains("CANDOR_CLOCK_AHEAD: only the clock of a demo");
        }
    }

    @Test
    void startWithItForADemo() throws Exception {
        Map<String, String> environment = environment("breach");
        environment.put("CANDOR_CLIENT_SECRET", "change-me-breach");
        environment.put("CANDOR_DEMO", "true");
        try (Started started = service("breach", environment)) {
            started.ready(readiness("breach", environment));
        }
    }

    @Test
    void speakToTheDatabaseInCipherOnlyWithTheSettingsOfProduction() throws Exception {
        Map<String, String> environment = inProduction("investigation", needs.authority());
        try (Started started = service("investigation", environment)) {
            started.ready(readiness("investigation", environment));
            assertThat(needs.connections("investigation", true)).isPositive();
            assertThat(needs.connections("investigation", false)).isZero();
        }
    }

    @Test
    void doNotSpeakToADatabaseThatAnotherAuthorityVouchesFor() throws Exception {
        Path other = folder.resolve("other.crt");
        Run.in(
                        folder,
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=other",
                        "-keyout",
                        "other.key",
                        "-out",
                        other.toString())
                .output();
        try (Started refused = service("investigation", inProduction("investigation", other))) {
            assertThat(refused.end()).isNotZero();
            assertThat(refused.said()).contains("SSL");
        }
    }

    /** After a restore in a cluster: what was sent goes again under its number, and no number that others know is given twice. */
    @ParameterizedTest
    @ValueSource(strings = {"breach.assessment.v1", "audit.retention.v1"})
    void sendAgainAndCountOnAfterARestore(String topic) throws Exception {
        String service = topic.substring(0, topic.indexOf('.'));
        startedOnce(service);
        sql(service, "truncate outbox, outbox_sequence");
        sql(service, fact(topic, "sent", "1200, now()"));
        sql(service, "insert into outbox_sequence values ('%s', 1200)".formatted(topic));

        String script = "psql --set=topic=breach.assessment.v1 --set=last=1234 --file=deploy/postgres/after-restore.sql"
                .replace("breach.assessment.v1", topic);
        afterRestore(service, script);
        // Another topic's number, or an older one by mistake, leaves it as it is.
        afterRestore(service, script.replace("1234", "7"));
        assertThat(sql(service, "select sequence, sent_at is null from outbox where subject = 'sent'"))
                .isEqualTo("1200|t");

        sql(service, fact(topic, "next", "null, null"));
        startedOnce(service);
        assertThat(sql(service, "select sequence from outbox where subject = 'next'"))
                .isEqualTo("1235");
        Run untold = Run.in(
                Repository.path("."),
                needs.owner(service),
                List.of("sh", "-c", script.replace(" --set=last=1234", "")));
        assertThat(untold.exitCode()).isNotZero();
    }

    private static void afterRestore(String service, String script) throws Exception {
        Run.in(Repository.path("."), needs.owner(service), List.of("sh", "-c", script))
                .output();
    }

    /** It has migrated its database, and numbered what lay there. */
    private static void startedOnce(String service) throws Exception {
        Map<String, String> environment = environment(service);
        try (Started started = service(service, environment)) {
            started.ready(readiness(service, environment));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!sql(service, "select count(*) from outbox where sequence is null")
                    .equals("0")) {
                assertThat(System.nanoTime()).as(started.said()).isLessThan(end);
                Thread.sleep(200);
            }
        }
    }

    private static String fact(String topic, String subject, String numberAndTime) {
        return """
                insert into outbox (id, topic, type, subject, entity_id, drill, correlation_id, actor, traceparent, occurred_at,
                                    data, sequence, sent_at)
                values (gen_random_uuid(), '%s', 'of-a-test', '%s', '', false, '', 'system', '', now(), '{}', %s)
                """.formatted(topic, subject, numberAndTime);
    }

    private static String sql(String service, String statement) throws Exception {
        return Run.in(folder, needs.owner(service), List.of("psql", "-qAtX", "-c", statement))
                .output()
                .strip();
    }

    /** The command of the Dockerfile's training stage, and the start of its last stage with a JVM that insists on the cache. */
    @Test
    void startWithTheCacheThatTheirImageLearns() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("a JDK that can keep a cache")
                .isGreaterThanOrEqualTo(25);
        Path cache = folder.resolve("candor.aot");
        String training = training()
                .replace("/tmp/candor.aot", cache.toString())
                .replace("/opt/candor", Needs.application("intake").toString());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        Map<String, String> machine = Map.of("JDK_JAVA_OPTIONS", options(), "PATH", java + ":" + System.getenv("PATH"));
        Run.in(Needs.application("intake"), machine, List.of("sh", "-c", training))
                .output();
        Map<String, String> environment = environment("intake");
        try (Started started = service("intake", environment, "-XX:AOTCache=" + cache, "-XX:AOTMode=on")) {
            started.ready(readiness("intake", environment));
        }
    }

    @Test
    void learnItWithAllThatAnyOfThemRequires() {
        String training = training();
        assertThat(Code.SERVICES.stream().flatMap(service -> new Code(service).required().stream()))
                .isNotEmpty()
                .allMatch(name -> training.contains(name + "="));
    }

    private static String training() {
        String file = Repository.text("intake-service/Dockerfile");
        String stage = file.substring(file.indexOf("FROM application AS trained\nRUN "));
        return stage.substring(stage.indexOf("RUN ") + 4, stage.indexOf("\n\n")).replace("\\\n", "");
    }

    private static Map<String, String> inProduction(String service, Path authority) throws Exception {
        Map<String, String> environment = environment(service);
        ManifestRules.PROVEN.forEach((name, value) -> environment.put(
                name,
                value.replace("/etc/candor/db/ca.crt", authority.toString())
                        .replace("$(CANDOR_DB_URL)", environment.get("CANDOR_DB_URL"))));
        return environment;
    }

    private static Map<String, String> environment(String service) throws Exception {
        Map<String, String> environment = needs.environment(service);
        environment.put("CANDOR_PORT", free());
        environment.put("CANDOR_MANAGEMENT_PORT", free());
        environment.put("JDK_JAVA_OPTIONS", options());
        return environment;
    }

    private static Started service(String service, Map<String, String> environment, String... flags) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-Xmx256m"));
        arguments.addAll(List.of(flags));
        arguments.addAll(List.of(
                "-jar", Needs.application(service).resolve("quarkus-run.jar").toString()));
        return Started.java(log(service), Needs.application(service), environment, arguments);
    }

    /** The options that the image gives. */
    private static String options() {
        String line = Repository.text("intake-service/Dockerfile")
                .lines()
                .filter(it -> it.startsWith("ENV JDK_JAVA_OPTIONS="))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
    }

    private static String readiness(String service, Map<String, String> environment) {
        return "http://127.0.0.1:%s/%s/q/health/ready".formatted(environment.get("CANDOR_MANAGEMENT_PORT"), service);
    }

    private static Path log(String name) throws Exception {
        Path logs = Files.createDirectories(Repository.path("deploy/checks/target/logs"));
        return Files.createTempFile(logs, name, ".log");
    }

    private static String free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
