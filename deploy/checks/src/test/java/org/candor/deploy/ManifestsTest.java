package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.events.Topic;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both overlays, rendered. What is shown to break a rule is the rendered text with one thing changed. */
@NeedsTool({"kubectl", "openssl"})
class ManifestsTest {

    @TempDir
    static Path folder;

    private static Manifests development;
    private static Manifests production;
    private static Manifests everything;
    private static Manifests restoredTrail;

    @BeforeAll
    static void render() throws Exception {
        Rendered rendered = Rendered.in(folder);
        development = Manifests.of(rendered.overlay("dev"));
        production = Manifests.of(rendered.overlay("production"));
        everything = Manifests.of(rendered.withAllComponents());
        restoredTrail = Manifests.of(rendered.withRestoredTrail());
    }

    @Test
    void askEachServiceAtItsPortAndPaths() {
        assertThat(inBoth(overlay -> new ManifestRules(overlay).probes())).isEmpty();
        assertThat(new ManifestRules(broken("path: /intake/q/health/ready", "path: /intake/health")).probes())
                .containsExactly("intake has its readinessProbe");
        assertThat(new ManifestRules(broken("containerPort: 8083", "containerPort: 8084")).probes())
                .hasSize(1);
    }

    @Test
    void giveEachServiceWhatItsCodeReads() {
        assertThat(inBoth(overlay -> new ManifestRules(overlay).environments())).isEmpty();
        assertThat(new ManifestRules(broken("name: CANDOR_OUTBOX_DIR", "name: CANDOR_OUTBOX_FOLDER")).environments())
                .containsExactly("notification does not read CANDOR_OUTBOX_FOLDER = /var/lib/candor/postal");
        assertThat(new ManifestRules(broken("name: CANDOR_DB_URL", "name: CANDOR_DATABASE_URL")).environments())
                .contains("notification lacks CANDOR_DB_URL");
        assertThat(new ManifestRules(broken("KAFKA_SSL_TRUSTSTORE_TYPE", "KAFKA_SSL_TRUST_TYPE")).environments())
                .isNotEmpty();
        assertThat(new ManifestRules(broken("CANDOR_SMTP_HOST", "CANDOR_SMTP_SERVER")).environments())
                .isNotEmpty();
        assertThat(new ManifestRules(broken("verify-full", "require")).environments())
                .isNotEmpty();
    }

    @Test
    void giveTheWitnessWhatItsCodeReads() {
        Yaml witness = development
                .named("Deployment", "witness")
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
        assertThat(witness.at("env").items())
                .extracting(variable -> variable.at("name").text())
                .containsExactlyInAnyOrderElementsOf(Code.witnessVariables());
    }

    @Test
    void nameOnlyVariablesThatStandBefore() {
        assertThat(inBoth(overlay -> new ManifestRules(overlay).references())).isEmpty();
        assertThat(new ManifestRules(broken("jdbc:$(CANDOR_DB_URL)", "jdbc:$(CANDOR_URL)")).references())
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void tellEachServiceWhereThoseAreThatItCalls() {
        assertThat(inBoth(overlay -> new ManifestRules(overlay).peers())).isEmpty();
        assertThat(new ManifestRules(broken("value: http://breach:8083/breach", "value: http://breach/breach")).peers())
                .containsExactly("notification → breach");
    }

    @Test
    void openTheEdgesOfTheCodeAndNoOther() {
        assertThat(inBoth(overlay -> new NetworkRules(overlay).edges())).isEmpty();
        assertThat(inBoth(overlay -> new NetworkRules(overlay).ofEach())).isEmpty();
        assertThat(new NetworkRules(broken("candor-serves: clamav", "candor-serves: mail")).edges())
                .containsExactlyInAnyOrder("intake goes to clamav: closed", "intake goes to mail at [3310]: open");
        assertThat(new NetworkRules(broken("candor-serves-database-of-breach", "candor-serves-database-of-intake"))
                        .edges())
                .contains("breach goes to its database: closed");
        assertThat(new NetworkRules(broken("cidr: 203.0.113.25/32", "cidr: 0.0.0.0/0")).edges())
                .containsExactlyInAnyOrder("notification goes to mail: closed", "notification goes to everybody: open");
        assertThat(new NetworkRules(broken("port: 8083", "port: 8183")).edges()).isNotEmpty();
        assertThat(new NetworkRules(broken("port: 53", "port: 54")).edges())
                .contains("intake goes to names: closed", "intake goes to names at another port: open");
        assertThat(new NetworkRules(broken("candor-serves: broker", "candor-serves: kafka")).edges())
                .contains("audit goes to broker: closed");
        assertThat(new NetworkRules(broken("  - Egress", "  - Ingress")).ofEach())
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void openNoEdgeToEverybodyOrAtEveryPort() {
        String clamav = "    - port: 3310\n    to:\n";
        String toClamav = clamav + "    - podSelector:\n        matchLabels:\n          candor-serves: clamav\n";
        assertThat(new NetworkRules(broken(toClamav, "    - port: 3310\n")).edges())
                .containsExactlyInAnyOrder("intake goes to clamav: closed", "intake goes to everybody: open");
        assertThat(new NetworkRules(broken("  - ports:\n" + clamav, "  - to:\n")).edges())
                .containsExactlyInAnyOrder("intake goes to clamav: closed", "intake goes to clamav at []: open");
        assertThat(new NetworkRules(broken(clamav, "    - port: 22\n" + clamav)).edges())
                .containsExactlyInAnyOrder(
                        "intake goes to clamav: closed", "intake goes to clamav at [22, 3310]: open");

        String breach = "    ports:\n    - port: 8083\n";
        String fromNotification = "  - from:\n    - podSelector:\n        matchLabels:\n"
                + "          app.kubernetes.io/name: notification\n" + breach;
        assertThat(new NetworkRules(broken(fromNotification, "  - ports:\n    - port: 8083\n")).edges())
                .containsExactlyInAnyOrder(
                        "breach is reached by notification: closed", "breach is reached by everybody: open");
        for (String ports : List.of("", breach + "    - port: 22\n")) {
            assertThat(new NetworkRules(broken(breach, ports)).edges())
                    .containsExactlyInAnyOrder(
                            "breach is reached by notification: closed",
                            "breach is reached by notification at another port: open");
        }
        assertThat(new NetworkRules(broken("podSelector: {}", "podSelector: {}\n  ingress:\n  - {}")).edges())
                .hasSize(Code.SERVICES.size())
                .contains("audit is reached by everybody: open");
    }

    /** The print house, the time-stamping authority and the collector of traces are reached by whom they are told to, and else not. */
    @Test
    void openAnEdgeWithTheSettingThatNeedsIt() {
        assertThat(new Edges("audit", production).out()).doesNotContain("timestamps", "traces");
        assertThat(new Edges("audit", everything).out()).contains("timestamps", "witness", "traces");
        assertThat(new Edges("notification", everything).out()).contains("print house", "mail", "webhooks", "traces");
        assertThat(new NetworkRules(everything.with("name: CANDOR_TSA_URL", "name: CANDOR_TSA_ADDRESS")).edges())
                .hasSize(1);
        assertThat(new NetworkRules(production.with("name: CANDOR_CLAMAV", "name: CANDOR_CLAMD")).edges())
                .containsExactly("intake goes to clamav at [3310]: open");
    }

    /** A new place out there has a setting that is unknown here, or a class that opens a connection by itself. */
    @Test
    void knowEveryPlaceThatTheCodeCanGoTo() {
        assertThat(Code.SERVICES)
                .allSatisfy(service -> assertThat(Place.unknown(service)).isEmpty());
        assertThat(Code.kitOpens()).isEmpty();
        assertThat(Code.SERVICES.stream().flatMap(service -> new Code(service).opens().stream()))
                .containsExactlyInAnyOrder(
                        "ClamAv", "SftpConnection", "WebhookCalls", "TimestampAuthority", "WitnessClient");
        assertThat(new NetworkRules(everything).edges()).isEmpty();
    }

    @Test
    void bringWhomAnEdgeLeadsTo() {
        assertThat(inBoth(overlay -> new NetworkRules(overlay).servers())).isEmpty();
        assertThat(new NetworkRules(broken(
                                "inheritedMetadata:\n    labels:\n      candor-serves-database-of-audit",
                                "inheritedMetadata:\n    labels:\n      other"))
                        .servers())
                .containsExactly("candor-serves-database-of-audit");
    }

    /** An edge is open when both of its ends say so. */
    @Test
    void openBothEndsOfAnEdge() {
        assertThat(inBoth(overlay -> new Receivers(overlay).letIn())).isEmpty();
        assertThat(new Receivers(everything).letIn()).isEmpty();
        assertThat(inBoth(overlay -> new Receivers(overlay).used())).isEmpty();
        assertThat(new Receivers(everything).used()).isEmpty();

        assertThat(new Receivers(broken("networkPolicyPeers", "peers")).letIn())
                .hasSize(Code.SERVICES.size())
                .contains("audit is not let in by {matchLabels={candor-serves=broker}} at 9093");
        assertThat(new Receivers(broken("networkPolicy:\n    http:", "networkPolicy:\n    https:")).letIn())
                .hasSize(Code.SERVICES.size());
        assertThat(new Receivers(production.with("key: cnpg.io/cluster", "key: cnpg.io/pool")).letIn())
                .hasSize(Code.SERVICES.size());
        String fromIntake = "  - from:\n    - podSelector:\n        matchLabels:\n"
                + "          app.kubernetes.io/name: intake\n    ports:\n    - port: 3310\n";
        Manifests scanner = broken(fromIntake, fromIntake.replace("intake", "breach"));
        assertThat(new Receivers(scanner).letIn())
                .containsExactly("intake is not let in by {matchLabels={candor-serves=clamav}} at 3310");
        assertThat(new Receivers(scanner).used())
                .containsExactly("breach is let in by {matchLabels={app.kubernetes.io/name=clamav}} at [3310]"
                        + " and does not go there");
        assertThat(new Receivers(development.with("port: 1025\n  podSelector", "port: 25\n  podSelector")).letIn())
                .containsExactly("notification is not let in by {matchLabels={candor-serves=mail}} at 1025");
    }

    @Test
    void closeWhatNobodyNames() {
        assertThat(inBoth(overlay -> new NetworkRules(overlay).closed())).isEmpty();
        assertThat(new NetworkRules(broken("podSelector: {}", "podSelector: {matchLabels: {a: b}}")).closed())
                .hasSize(1);
        assertThat(new NetworkRules(broken("enforce: restricted", "enforce: baseline")).closed())
                .hasSize(1);
    }

    @Test
    void restrictEveryPod() {
        assertThat(inBoth(overlay -> new PodRules(overlay).restrictions())).isEmpty();
        assertThat(new PodRules(broken("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")).restrictions())
                .hasSize(Code.SERVICES.size());
        assertThat(new PodRules(broken("runAsUser: 100\n", "supplementalGroups: []\n")).restrictions())
                .containsExactly("clamav");
    }

    @Test
    void letEachServiceWriteWhereItIsTold() {
        assertThat(inBoth(overlay -> new PodRules(overlay).folders())).isEmpty();
        assertThat(new PodRules(broken("mountPath: /tmp", "mountPath: /work")).folders())
                .hasSizeGreaterThanOrEqualTo(Code.SERVICES.size());
        assertThat(new PodRules(broken("mountPath: /var/lib/candor/postal", "mountPath: /var/lib/candor/mail"))
                        .folders())
                .containsExactly("notification writes /var/lib/candor/postal");
    }

    @Test
    void keepEachServiceAvailableInProduction() {
        assertThat(new PodRules(production).availability()).isEmpty();
        assertThat(new PodRules(broken("minReplicas: 2", "minReplicas: 1")).availability())
                .hasSize(Code.SERVICES.size());
        assertThat(new PodRules(broken("kind: PodDisruptionBudget", "kind: Nothing")).availability())
                .hasSize(Code.SERVICES.size());
        assertThat(new PodRules(broken("maxUnavailable: 1", "maxUnavailable: 2")).availability())
                .hasSize(Code.SERVICES.size());
        assertThat(new PodRules(broken("matchLabelKeys:", "ignoredKeys:")).availability())
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void bringEverythingInDevelopmentOnce() {
        DevelopmentRules rules = new DevelopmentRules(development);
        assertThat(Stream.of(rules.places(), rules.told(), rules.size()).flatMap(List::stream))
                .isEmpty();
        assertThat(new DevelopmentRules(development.with("CANDOR_KAFKA: kafka:9092", "CANDOR_KAFKA: broker:9092"))
                        .places())
                .hasSize(Code.SERVICES.size());
        assertThat(new DevelopmentRules(development.with("CANDOR_SMTP_HOST: mailpit", "CANDOR_SMTP_HOST: mail"))
                        .places())
                .containsExactly("notification finds its mail");
        assertThat(new DevelopmentRules(
                                development.with("containerPort: 8025\n          name: http", "containerPort: 8025"))
                        .places())
                .isEmpty();
        assertThat(new DevelopmentRules(
                                development.with("containerPort: 1025\n          name: smtp", "containerPort: 1025"))
                        .places())
                .containsExactly("notification finds its mail");
        assertThat(new DevelopmentRules(development.with("CANDOR_WITNESS_URL", "CANDOR_WITNESS")).told())
                .containsExactly("witness");
        assertThat(new DevelopmentRules(development.with("replicas: 1", "replicas: 2")).size())
                .containsExactly("witness");
        assertThat(new DevelopmentRules(production).size()).isNotEmpty();
    }

    @Test
    void copyEveryDatabaseEachNightAndForgetInTime() {
        assertThat(production.all("Cluster")).hasSize(Code.SERVICES.size() + 1);
        assertThat(new BackupRules(production).clusters()).isEmpty();
        assertThat(new BackupRules(production).stores()).isEmpty();
        assertThat(new BackupRules(broken("  cluster:\n    name: breach-db", "  cluster:\n    name: other-db"))
                        .clusters())
                .containsExactly("breach-db is copied each night");
        assertThat(new BackupRules(broken("isWALArchiver: true", "isWALArchiver: false")).clusters())
                .hasSize(Code.SERVICES.size() + 1);
        assertThat(new BackupRules(broken("schedule: 0 0 1 * * *", "schedule: 0 0 1 * * 0")).clusters())
                .containsExactly("intake-db is copied each night");
        assertThat(new BackupRules(broken("retentionPolicy: 28d", "retentionPolicy: 30d")).stores())
                .containsExactly("backups forgets in time");
        assertThat(new BackupRules(broken("encryption: AES256", "jobs: 1")).stores())
                .hasSize(2);
    }

    @Test
    void restoreADatabaseWithoutWritingOverItsBackUp() {
        assertThat(everything
                        .named("Cluster", "breach-db")
                        .at("spec", "bootstrap")
                        .keys())
                .containsExactly("recovery");
        assertThat(new BackupRules(everything).restored(production)).isEmpty();
        assertThat(new BackupRules(everything).folders()).isEmpty();
        assertThat(new BackupRules(everything).clusters()).isEmpty();
        assertThat(new BackupRules(everything.with("serverName: breach-db-2", "serverName: breach-db")).folders())
                .containsExactly("breach-db archives into breach-db");
        assertThat(new BackupRules(everything.with("source: before", "source: elsewhere")).restored(production))
                .containsExactly("breach-db knows its source");
    }

    @Test
    void restoreADatabaseForWhomItBelongedTo() {
        assertThat(restoredTrail
                        .named("Cluster", "audit-db")
                        .at("spec", "bootstrap")
                        .keys())
                .containsExactly("recovery");
        assertThat(new BackupRules(restoredTrail).restored(production)).isEmpty();
        assertThat(new BackupRules(restoredTrail.with("owner: audit_owner", "owner: audit")).restored(production))
                .containsExactly("audit-db has its owner");
        assertThat(new BackupRules(restoredTrail.with("name: audit-db-owner", "name: audit-db-user"))
                        .restored(production))
                .containsExactly("audit-db has its secret");
    }

    @Test
    void showTheDashboardsThatAreHeldAgainstTheMetrics() throws Exception {
        Yaml dashboards = production.named("ConfigMap", "dashboards");
        assertThat(dashboards.at("metadata", "labels", "grafana_dashboard").is("1"))
                .isTrue();
        try (Stream<Path> files = Files.list(Repository.path("deploy/monitoring/dashboards"))) {
            assertThat(dashboards.at("data").keys())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".json"))
                                    .toList());
        }
        assertThat(dashboards.at("data", "platform.json").text().strip())
                .isEqualTo(Repository.text("deploy/monitoring/dashboards/platform.json")
                        .strip());
    }

    @Test
    void measureEachServiceWhereItShowsItsMetrics() {
        assertThat(new ScrapeRules(production).services()).isEmpty();
        assertThat(new ScrapeRules(broken("/$1/q/metrics", "/q/metrics")).services())
                .hasSize(Code.SERVICES.size());
        assertThat(new ScrapeRules(broken("- interval: 15s\n    port: management", "- interval: 15s\n    port: web"))
                        .services())
                .hasSize(Code.SERVICES.size());
        assertThat(new ScrapeRules(broken("jobLabel: app.kubernetes.io/part-of", "jobLabel: team")).services())
                .hasSize(Code.SERVICES.size());
    }

    @Test
    void declareTheTopicsOfTheContracts() {
        assertThat(new BrokerRules(production).topics()).isEmpty();
        assertThat(new BrokerRules(broken("2592000000", "604800000")).topics()).isNotEmpty();
        assertThat(new BrokerRules(broken("cleanup.policy: compact", "retention.ms: 2592000000")).topics())
                .hasSize(2);
    }

    @Test
    void letEachServiceWriteItsOwnTopicsOnly() {
        assertThat(new BrokerRules(production).accessLists()).isEmpty();
        assertThat(new BrokerRules(broken("name: audit-trail", "name: trail")).accessLists())
                .hasSize(2);
        assertThat(new BrokerRules(broken("- Read\n", "- Write\n")).accessLists())
                .isNotEmpty();
    }

    @Test
    void holdNoSecretInProduction() {
        assertThat(new ManifestRules(production).secrets()).isEmpty();
        assertThat(new ManifestRules(development).secrets()).isNotEmpty();
    }

    @Test
    void alertOnWhatIsMeasured() {
        assertThat(new ManifestRules(production).alerts()).isEmpty();
        assertThat(new ManifestRules(broken("candor_dead_letters", "candor_dead_letter")).alerts())
                .containsExactly("candor_dead_letter");
    }

    @Test
    @NeedsTool("promtool")
    void speakToPrometheusInItsLanguage() throws Exception {
        assertThat(promtool("rules", rules(production)).exitCode()).isZero();
        assertThat(promtool("rules", rules(production.with("candor_dead_letters) > 0", "candor_dead_letters > 0")))
                        .exitCode())
                .isNotZero();
        assertThat(promtool("config", Repository.path("deploy/monitoring/prometheus.yml"))
                        .exitCode())
                .isZero();
    }

    private static Path rules(Manifests overlay) throws Exception {
        Yaml spec = overlay.named("PrometheusRule", "candor").at("spec");
        return Files.writeString(folder.resolve("rules.yml"), new org.yaml.snakeyaml.Yaml().dump(spec.value()));
    }

    private static Run promtool(String what, Path file) throws Exception {
        return Run.in(folder, "promtool", "check", what, file.toString());
    }

    /** The compose file and the development overlay run the same script. */
    @Test
    void declareTheSameTopicsWithoutAnOperator() {
        List<String> script = Repository.text("deploy/kafka/topics.sh")
                .lines()
                .filter(line -> line.matches("(facts|state) .*"))
                .toList();
        assertThat(script)
                .containsExactlyElementsOf(Stream.of(Topic.values())
                        .map(topic -> (topic.compacted() ? "state " : "facts ") + topic.topicName())
                        .toList());
    }

    @Test
    @NeedsTool({"node", "npm"})
    void fitTheirSchemasAndHaveNoFieldBesides() throws Exception {
        assertThat(findings(everything, development)).isEmpty();
        assertThat(findings(production.with("minReplicas: 2", "minReplicas: two")))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(findings(production.with("readinessProbe:", "readynessProbe:")))
                .hasSize(5);
        assertThat(findings(production.with("kind: KafkaUser", "kind: KafkaLoser")))
                .hasSize(5);
    }

    private static List<String> findings(Manifests... overlays) throws Exception {
        Path modules = Node.modules();
        Path file = modules.resolve("rendered.yaml");
        Files.writeString(file, Stream.of(overlays).map(Manifests::text).collect(Collectors.joining("---\n")));
        Run run = Run.in(modules, "node", "validate.mjs", file.toString());
        List<String> lines = run.said().lines().toList();
        assertThat(lines.getFirst()).as(run.said()).matches("[1-9][0-9]+ manifests");
        List<String> findings = lines.subList(1, lines.size());
        assertThat(run.exitCode()).as(run.said()).isEqualTo(findings.isEmpty() ? 0 : 1);
        return findings;
    }

    private static List<String> inBoth(Function<Manifests, List<String>> rule) {
        return Stream.of(development, production)
                .flatMap(overlay -> rule.apply(overlay).stream())
                .toList();
    }

    private static Manifests broken(String part, String replacement) {
        return production.with(part, replacement);
    }
}
