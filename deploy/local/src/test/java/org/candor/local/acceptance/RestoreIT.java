package org.candor.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candor.local.Checkout;
import org.candor.local.LauncherProcess;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.Stack;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.api.Answer;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Patience;
import org.candor.local.api.Users;
import org.candor.local.backup.Restore;
import org.candor.local.demo.Installing;
import org.candor.local.kafka.Heard;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.Postgres;
import org.candor.local.postgres.Superuser;
import org.candor.local.postgres.WalArchive;
import org.candor.local.process.Children;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A back-up of a running stack, with the keys apart; then all of it is lost, then one service's database alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Path TARGET = Checkout.find().root().resolve("deploy/local/target");
    private static final Path BACKUP = TARGET.resolve("restore-backup");
    private static final Path KEYS = TARGET.resolve("restore-keys-elsewhere");

    private final StackSettings settings = StackSettings.onFreePorts(TARGET.resolve("restore"));

    /** What was acknowledged: the words of each report by its incident. */
    private final Map<String, String> reports = new LinkedHashMap<>();

    private Stack stack;
    private Users users;
    private AssessedIncident incident;

    @BeforeAll
    void workAndBackUp() throws Exception {
        for (Path old : List.of(settings.directory(), BACKUP, KEYS)) {
            Trees.delete(old);
        }
        start();
        Installing.directory(users);
        incident = AssessedIncident.open(users).breach(AssessedIncident.people(620, Json.of("WI", 620)));
        report("before the back-up");
        assertThat(command("backup", "--keys", KEYS.toString())).contains("The back-up is in   " + BACKUP);
        assertThat(KEYS.resolve("keys")).isNotEmptyDirectory();
    }

    @AfterAll
    void end() {
        stack.close();
    }

    @Test
    @Order(1)
    void refusesARunningStackAndADamagedBackUp() throws Exception {
        assertThatThrownBy(() -> restore(Optional.empty(), Optional.empty())).hasMessageContaining("runs on");
        report("after the back-up");
        report("and another one");
        everyReportHasItsCase();
        stack.close();

        Path file = BACKUP.resolve("base/PG_VERSION");
        Files.writeString(file, "17\n");
        assertThatThrownBy(() -> restore(Optional.empty(), Optional.empty()))
                .hasMessageContaining("Nothing was restored")
                .hasMessageContaining("base/PG_VERSION was changed");
        Files.writeString(file, "18\n");
        start();
    }

    @Test
    @Order(2)
    void bringsBackAllThatWasAcknowledgedWhenEverythingIsLost() throws Exception {
        String checkpoint = witnessed();
        archive().awaitAll(superuser(), SOON);
        for (String component : List.of("postgres", "kafka", "keycloak")) {
            stack.kill9(component);
        }
        stack.close();
        // The witness is somebody else's, and so is what it has seen.
        for (String data : List.of("postgres", "kafka", "keycloak")) {
            Trees.delete(stack.layout().data(data));
        }
        Trees.delete(stack.layout().keys());
        Trees.delete(stack.layout().checkpoints());

        Instant from = Instant.now();
        assertThat(command("restore", "--keys", KEYS.toString(), "--yes"))
                .contains("Restored. Start the stack with './candor up'.")
                .doesNotContain("facts were published after");
        Instant restored = Instant.now();
        start();
        everythingIsThere();
        System.out.printf(
                "Restored in %d s, all of it found again after %d s; 72 h were proposed in January 2025%n",
                Duration.between(from, restored).toSeconds(),
                Duration.between(from, Instant.now()).toSeconds());
        assertThat(size(witnessed())).isGreaterThanOrEqualTo(size(checkpoint));
        theTrailIsWhatWasSigned();
        theStackWorksOn("after everything was restored");
    }

    /** One lost while the others work, the others at rest; each is brought back by itself, to the moment before. */
    @Test
    @Order(3)
    void bringsBackEachServiceAloneToTheMomentBeforeItWasLost() throws Exception {
        int entries = historyOf(incident);
        Thread.sleep(1_000);
        Instant moment = Instant.now();
        Thread.sleep(1_000);
        report("while nobody knew that it was lost");
        lose(ServiceName.BREACH);
        report("while breach-service was gone");
        everyReportHasItsCase();
        stack.close();
        Instant rest = Instant.now();
        List<ServiceName> others = Stream.of(ServiceName.values())
                .filter(service -> service != ServiceName.BREACH)
                .toList();
        loseAtRest(others);

        List<Heard> lost = restore(Optional.of(ServiceName.BREACH), Optional.of(moment));
        assertThat(lost).allMatch(fact -> fact.source().equals("/breach"));
        for (ServiceName service : others) {
            assertThat(restore(Optional.of(service), Optional.of(rest)))
                    .as(service.id())
                    .isEmpty();
        }
        start();
        everythingIsThere();
        assertThat(historyOf(incident)).isGreaterThanOrEqualTo(entries);
        theTrailIsWhatWasSigned();
        theStackWorksOn("after each service was restored");
    }

    private void start() throws Exception {
        stack = Stack.start(settings);
        users = Users.of(stack);
    }

    private void lose(ServiceName service) throws Exception {
        try (Connection connection = superuser().connect(service.id());
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
        }
    }

    /** The database runs, and nothing else. */
    private void loseAtRest(List<ServiceName> services) throws Exception {
        Postgres postgres = new Postgres(
                settings.checkout().postgres(),
                layout(),
                settings.ports().of(Ports.POSTGRES),
                new Keys(layout().keys()),
                new Children(layout().run()));
        postgres.start();
        try {
            for (ServiceName service : services) {
                lose(service);
            }
        } finally {
            postgres.stop();
        }
    }

    private Layout layout() {
        return new Layout(settings.directory());
    }

    private List<Heard> restore(Optional<ServiceName> service, Optional<Instant> until) throws Exception {
        return new Restore(settings, BACKUP, Optional.of(KEYS), service, until, System.out).run();
    }

    /** As {@code ./candor} gives it to the launcher, with the folder of the back-up; answers what it said. */
    private String command(String command, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(BACKUP.toString()));
        arguments.addAll(List.of(more));
        LauncherProcess launcher = new LauncherProcess(
                settings.ports(), LauncherProcess.on(settings.directory(), command, arguments.toArray(String[]::new)));
        int code = launcher.await();
        String said = String.join("\n", launcher.output());
        assertThat(code).as(said).isZero();
        return said;
    }

    private void everythingIsThere() throws Exception {
        everyReportHasItsCase();
        assertThat(incident.officer()
                        .get(incident.assessment.path())
                        .expecting(200)
                        .text("/conclusion/outcome"))
                .isEqualTo("REPORTABLE_BREACH");
        assertThat(incident.officer()
                        .get("/breach/breaches/" + incident.id + "/obligations")
                        .expecting(200)
                        .text())
                .contains("US-INDIVIDUAL");
        for (ServiceName service : ServiceName.values()) {
            assertThat(users.as("operator")
                            .get("/" + service.id() + "/dead-letters")
                            .expecting(200)
                            .json()
                            .path("items"))
                    .as(service.id())
                    .isEmpty();
        }
    }

    /** The words were sealed with the incident's key, so this needs the keys too. */
    private void everyReportHasItsCase() throws Exception {
        Api officer = users.as("privacy-officer");
        for (Map.Entry<String, String> report : reports.entrySet()) {
            Answer read = officer.get("/intake/reports/" + report.getKey()).expecting(200);
            assertThat(read.text("/narrative")).isEqualTo(report.getValue());
            Patience.until(
                    "a case of " + report.getValue(),
                    SOON,
                    () -> officer.get("/investigation/cases/" + report.getKey()),
                    answer -> answer.status() == 200);
        }
        assertThat(cases(officer)).doesNotHaveDuplicates().hasSize(reports.size() + 1);
    }

    private static List<String> cases(Api officer) throws Exception {
        List<String> cases = new ArrayList<>();
        officer.get("/investigation/cases?limit=200")
                .expecting(200)
                .json()
                .path("items")
                .forEach(item -> cases.add(item.path("incidentId").asText()));
        return cases;
    }

    private int historyOf(AssessedIncident of) throws Exception {
        return users.as("auditor")
                .get("/audit/entries?limit=200&incidentId=" + of.id)
                .expecting(200)
                .json()
                .path("items")
                .size();
    }

    private void theStackWorksOn(String words) throws Exception {
        report(words);
        everyReportHasItsCase();
        witnessed();
        Patience.until(
                "a trail without gaps",
                SOON,
                () -> users.as("auditor")
                        .get("/audit/gaps")
                        .expecting(200)
                        .json()
                        .path("items"),
                JsonNode::isEmpty);
        theTrailIsWhatWasSigned();
    }

    private void theTrailIsWhatWasSigned() throws Exception {
        JsonNode check = users.as("auditor")
                .post("/audit/self-check", Map.of())
                .expecting(200)
                .json();
        assertThat(check.path("holds").asBoolean()).as(check.toString()).isTrue();
    }

    /** The newest checkpoint, once the witness has signed it. */
    private String witnessed() throws Exception {
        return Patience.until(
                        "a checkpoint that the witness has signed",
                        SOON,
                        () -> users.as("auditor").get("/audit/checkpoint"),
                        answer -> answer.text().contains("\n\u2014 witness.candor.local "))
                .text();
    }

    /** The second line of a checkpoint. */
    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private void report(String words) throws Exception {
        String id = users.as("workforce")
                .post(
                        "/intake/reports",
                        Json.of(
                                "entityId",
                                AssessedIncident.ENTITY,
                                "kind",
                                "POLICY_VIOLATION",
                                "relation",
                                "WORKFORCE",
                                "channel",
                                "ONLINE",
                                "phiPossible",
                                false,
                                "narrative",
                                words))
                .expecting(201)
                .text("/incidentId");
        reports.put(id, words);
    }

    private static WalArchive archive() {
        return new WalArchive(BACKUP.resolve("wal"));
    }

    private Superuser superuser() {
        return new Superuser(settings.ports().of(Ports.POSTGRES), new Keys(layout().keys()));
    }
}
