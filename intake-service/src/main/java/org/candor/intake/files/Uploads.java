package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.intake.IntakeProblem;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.intake.files.decision.FileState;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;
import org.candor.kit.time.Ids;

/**
 * Takes files in: checked and cleaned on a worker, sealed and stored chunk by chunk, and there for others only when all of it
 * is. What was cut off is removed by {@link Scans}.
 */
@ApplicationScoped
class Uploads {

    /** To which report a file goes, and who sends it. */
    record Destination(UUID incidentId, Origin origin, Sender sender, boolean nameKept) {}

    private final ReportFiles files;
    private final Preparation preparation;
    private final ClamAv scanner;
    private final FileFacts facts;
    private final IncidentVault vault;
    private final Workers workers;
    private final Ids ids;
    private final Clock clock;

    Uploads(
            ReportFiles files,
            Preparation preparation,
            ClamAv scanner,
            FileFacts facts,
            IncidentVault vault,
            Workers workers,
            Ids ids,
            Clock clock) {
        this.files = files;
        this.preparation = preparation;
        this.scanner = scanner;
        this.facts = facts;
        this.vault = vault;
        this.workers = workers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the file; afterwards it is durable and waits for its scan, where there is a scanner. */
    Uni<FileView> add(Destination destination, Path uploaded, String name) {
        return workers.run(() -> preparation.prepare(uploaded, name))
                .chain(prepared ->
                        store(destination, prepared, name).onTermination().invoke(() -> preparation.discard(prepared)));
    }

    private Uni<FileView> store(Destination destination, Prepared prepared, String name) {
        ReportFile file = file(destination, prepared);
        return Transactions.run(() -> begin(destination, file, name))
                .call(cipher -> chunks(file, prepared, cipher, 0))
                .chain(cipher -> Transactions.run(() -> complete(destination, file.fileId))
                        .map(done -> FileView.of(done, cipher)));
    }

    private Uni<IncidentCipher> begin(Destination destination, ReportFile file, String name) {
        return files.countLocked(file.incidentId)
                .invoke(count -> {
                    if (count >= FileLimits.MOST) {
                        throw new Problem(IntakeProblem.TOO_MANY_FILES).field("file", "more than " + FileLimits.MOST);
                    }
                })
                .chain(count -> vault.open(file.incidentId)
                        .invoke(cipher -> file.name = cipher.seal(
                                ReportFile.NAME, file.fileId, kept(destination, file, name, count.intValue() + 1))))
                .call(() -> files.persistAndFlush(file));
    }

    /** A file's own name often tells whose it is. */
    private static String kept(Destination destination, ReportFile file, String name, int number) {
        return destination.nameKept() ? name : "file-" + number + file.type.defaultExtension();
    }

    private Uni<Void> chunks(ReportFile file, Prepared prepared, IncidentCipher cipher, int number) {
        if (number == file.chunks) {
            return Uni.createFrom().voidItem();
        }
        return workers.run(() -> cipher.seal(
                        ReportFile.placeOf(number, file.chunks), file.fileId, read(prepared.content(), number)))
                .chain(body -> Transactions.run(() -> files.addChunk(file.fileId, number, body)))
                .chain(() -> chunks(file, prepared, cipher, number + 1));
    }

    private Uni<ReportFile> complete(Destination destination, UUID fileId) {
        return files.findById(fileId)
                .invoke(file -> file.state = FileState.complete(scanner.isConfigured()))
                .call(file -> facts.added(file, destination.origin()));
    }

    private ReportFile file(Destination destination, Prepared prepared) {
        ReportFile file = new ReportFile();
        file.fileId = ids.next();
        file.incidentId = destination.incidentId();
        file.sender = destination.sender();
        file.state = FileState.UPLOADING;
        file.type = prepared.type();
        file.size = prepared.size();
        file.sha256 = prepared.sha256();
        file.chunks = prepared.chunks();
        file.metadataRemoved = prepared.metadataRemoved();
        file.uploadedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        file.scanAfter = file.uploadedAt;
        return file;
    }

    private static byte[] read(Path content, int number) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            in.skipNBytes((long) number * FileLimits.CHUNK);
            return in.readNBytes(FileLimits.CHUNK);
        }
    }
}
