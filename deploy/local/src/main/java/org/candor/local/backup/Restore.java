package org.candor.local.backup;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.events.Topic;
import org.candor.local.Layout;
import org.candor.local.Ports;
import org.candor.local.ServiceName;
import org.candor.local.StackLock;
import org.candor.local.StackSettings;
import org.candor.local.Trees;
import org.candor.local.kafka.ConsumerGroups;
import org.candor.local.kafka.Heard;
import org.candor.local.kafka.Kafka;
import org.candor.local.keys.Keys;
import org.candor.local.postgres.DatabaseReplacement;
import org.candor.local.postgres.Postgres;
import org.candor.local.postgres.Recovery;
import org.candor.local.postgres.Superuser;
import org.candor.local.postgres.WalArchive;
import org.candor.local.process.Children;
import org.candor.local.run.Progress;
import org.candor.local.run.Sequence;
import org.candor.local.service.ServiceProcess;

/**
 * The command {@code restore}: brings a stack that does not run, or one service of it, to what the back-up and the log archived
 * since hold. Nothing is touched before the back-up was found whole; a restore that was broken off is done again from its
 * begin, and no stack starts on it before.
 */
public final class Restore {

    private static final int MOST_NAMED = 50;
    private static final Duration TIME_TO_ARCHIVE = Duration.ofMinutes(2);

    private final StackSettings settings;
    private final Layout layout;
    private final BackupFolder folder;
    private final Path keys;
    private final Optional<ServiceName> only;
    private final Optional<Instant> until;
    private final PrintStream out;
    private final Parts parts;

    /**
     * @param only the service that is restored; all, with the files beside the databases, when empty
     * @param until the moment to go back to, after the back-up; the newest when empty
     */
    public Restore(
            StackSettings settings,
            Path folder,
            Optional<Path> keys,
            Optional<ServiceName> only,
            Optional<Instant> until,
            PrintStream out) {
        this.settings = settings;
        this.layout = new Layout(settings.directory());
        this.folder = new BackupFolder(folder);
        this.keys = keys.orElse(this.folder.keysBeside());
        this.only = only;
        this.until = until;
        this.out = out;
        this.parts = new Parts(out);
    }

    public String question() {
        return "Replace %s of %s by what %s holds?"
                .formatted(only.map(ServiceName::id).orElse("all databases"), layout.root(), folder.root());
    }

    /** Answers the facts that other services know and whose own service has lost them; see the README. */
    public List<Heard> run() throws Exception {
        layout.create();
        StackLock lock = StackLock.take(layout)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A stack runs on %s; end it first (./candor down).".formatted(layout.root())));
        try (lock) {
            return runAlone();
        }
    }

    private List<Heard> runAlone() throws Exception {
        Children children = new Children(layout.run());
        children.endLeftovers();
        About about = About.read(requirePresent(folder.about()));
        BackupCheck check = new BackupCheck(folder, keys, layout);
        parts.step("checking the back-up", check::requireWhole);
        Files.writeString(layout.restoring(), folder.root() + "\n");
        Copies.missing(keys.resolve("keys"), layout.keys());
        if (only.isEmpty()) {
            replaceAll(children);
        }
        List<Heard> lost = withServers(children, about);
        Files.delete(layout.restoring());
        tell(lost);
        return lost;
    }

    private static Path requirePresent(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + " is not there: this is no back-up that came to its end.");
        }
        return file;
    }

    /** The new data is whole before the old is put away. */
    private void replaceAll(Children children) throws Exception {
        Path data = layout.data("postgres");
        Path fresh = data.resolveSibling("postgres-restored");
        Path old = data.resolveSibling("postgres-replaced");
        parts.step("databases", () -> recover(fresh, true, children).close());
        parts.step("files", () -> {
            Trees.delete(old);
            if (Files.exists(data)) {
                Files.move(data, old);
            }
            Files.move(fresh, data);
            Trees.delete(old);
            folder.wal().remember(layout);
            if (!Files.exists(layout.data("keycloak"))) {
                Copies.missing(folder.identity(), layout.data("keycloak"));
            }
            Copies.missing(folder.postal(), layout.postal());
            Copies.missing(folder.checkpoints(), layout.checkpoints());
        });
    }

    private Recovery recover(Path data, boolean archiving, Children children) throws Exception {
        return Recovery.begin(
                settings.checkout().postgres(), layout, folder.base(), folder.wal(), data, until, archiving, children);
    }

    private List<Heard> withServers(Children children, About about) throws Exception {
        Keys stackKeys = new Keys(layout.keys());
        Ports ports = settings.ports();
        Postgres postgres =
                new Postgres(settings.checkout().postgres(), layout, ports.of(Ports.POSTGRES), stackKeys, children);
        Kafka kafka = new Kafka(
                settings.checkout().libraries(),
                layout,
                ports.of(Ports.KAFKA),
                ports.of(Ports.KAFKA_CONTROLLER),
                children);
        Superuser superuser = new Superuser(ports.of(Ports.POSTGRES), stackKeys);
        try (Sequence servers = new Sequence(List.of(postgres, kafka), Progress.SILENT)) {
            parts.step("starting database and broker", servers::start);
            if (only.isPresent()) {
                parts.step(only.get().id(), () -> replaceOne(only.get(), superuser, stackKeys, children));
            }
            return catchUp(superuser, "127.0.0.1:" + ports.of(Ports.KAFKA), about);
        }
    }

    private void replaceOne(ServiceName service, Superuser target, Keys stackKeys, Children children) throws Exception {
        Path data = layout.data("postgres-source");
        ServiceProcess process = new ServiceProcess(service, 1, settings, layout, stackKeys, children);
        if (WalArchive.of(layout).equals(Optional.of(folder.wal()))) {
            folder.wal().awaitAll(target, TIME_TO_ARCHIVE);
        }
        // The copy of the server is only read from: its history is not the archive's.
        try (Recovery source = recover(data, false, children)) {
            new DatabaseReplacement(target, stackKeys).run(service, source.superuser(), process::migrate);
        }
        Trees.delete(data);
    }

    private List<Heard> catchUp(Superuser superuser, String broker, About about) throws Exception {
        List<Heard> lost = new ArrayList<>();
        try (ConsumerGroups groups = new ConsumerGroups(broker)) {
            CatchingUp catchingUp = new CatchingUp(superuser, Heard.since(broker, about.readAgainFrom()));
            for (ServiceName service : only.map(List::of).orElse(List.of(ServiceName.values()))) {
                parts.step(
                        "catching up " + service.id(),
                        () -> lost.addAll(catchingUp.run(service, groups, about.readAgainFrom())));
            }
        }
        return lost;
    }

    private void tell(List<Heard> lost) {
        out.printf("%nRestored. Start the stack with './candor up'.%n");
        if (until.filter(goal -> goal.isBefore(Instant.now().minus(About.LONGEST_KEPT)))
                .isPresent()) {
            out.println("This is more than 30 days back: order the disposals approved since once more.");
        }
        if (lost.stream().anyMatch(fact -> fact.topic().equals(Topic.CHECKPOINT.topicName()))) {
            out.printf("""

                The trail is older than what it has signed: the witness will refuse it. Read 'The trail' in
                deploy/local/README.md before you start audit-service.
                """);
        }
        if (!lost.isEmpty()) {
            out.printf("""

                %d facts were published after the last moment that could be restored. Other services know them, the one that
                published them does not; somebody must compare and enter them again:
                """, lost.size());
            lost.stream()
                    .limit(MOST_NAMED)
                    .forEach(fact ->
                            out.printf("  %s  %-14s %s %s%n", fact.at(), fact.source(), fact.type(), fact.subject()));
        }
    }
}
