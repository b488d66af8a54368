package org.candor.intake.files;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.candor.intake.files.ClamAv.Conversation;
import org.candor.intake.files.decision.FileState.Verdict;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.inbox.Faults;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives what is in quarantine to the scanner, one after the other; without an answer a file stays there and is tried again. */
@ApplicationScoped
class Scans {

    private static final Logger LOG = Logger.getLogger(Scans.class);
    private static final Duration UNFINISHED = Duration.ofHours(1);

    private final ReportFiles files;
    private final ClamAv scanner;
    private final Preparation preparation;
    private final IncidentVault vault;
    private final Workers workers;
    private final Clock clock;
    private final Duration retry;

    Scans(
            ReportFiles files,
            ClamAv scanner,
            Preparation preparation,
            IncidentVault vault,
            Workers workers,
            Clock clock,
            @ConfigProperty(name = "candor.clamav.retry") Duration retry) {
        this.files = files;
        this.scanner = scanner;
        this.preparation = preparation;
        this.vault = vault;
        this.workers = workers;
        this.clock = clock;
        this.retry = retry;
    }

    @Scheduled(
            every = "${candor.clamav.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> scan() {
        Instant old = clock.instant().minus(UNFINISHED);
        return workers.run(() -> preparation.sweep(old))
                .chain(() -> Transactions.run(() -> files.removeUnfinished(old)))
                .chain(() -> scanner.isConfigured() ? next() : Uni.createFrom().voidItem());
    }

    private Uni<Void> next() {
        Instant now = clock.instant();
        return Transactions.run(() -> files.claim(now, now.plus(retry)))
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : scan(claimed.get()).chain(this::next));
    }

    private Uni<Void> scan(UUID fileId) {
        return Transactions.read(() -> files.findById(fileId)
                        .chain(file -> vault.open(file.incidentId).map(cipher -> new Quarantined(file, cipher))))
                .chain(this::verdict)
                .chain(verdict -> Transactions.run(() -> files.findById(fileId)
                        .invoke(file -> file.state = file.state.after(verdict))
                        .replaceWithVoid()));
    }

    private record Quarantined(ReportFile file, IncidentCipher cipher) {}

    private Uni<Verdict> verdict(Quarantined quarantined) {
        return workers.run(scanner::open)
                .chain(conversation -> send(conversation, quarantined, 0)
                        .chain(() -> workers.run(conversation::verdict))
                        .onTermination()
                        .call(() -> workers.run(() -> {
                            conversation.close();
                            return true;
                        })))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("no answer from the virus scanner: %s", Faults.name(failure));
                    return Verdict.NO_ANSWER;
                });
    }

    private Uni<Void> send(Conversation conversation, Quarantined quarantined, int number) {
        ReportFile file = quarantined.file();
        if (number == file.chunks) {
            return Uni.createFrom().voidItem();
        }
        return Transactions.read(() -> files.chunk(file.fileId, number))
                .chain(body -> workers.run(() -> {
                    conversation.send(
                            quarantined.cipher().readBytes(ReportFile.placeOf(number, file.chunks), file.fileId, body));
                    return true;
                }))
                .chain(() -> send(conversation, quarantined, number + 1));
    }
}
