package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
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
import org.candor.kit.web.Idempotency;

/**
 * Takes files in: checked and cleaned on a worker, sealed and stored chunk by chunk, and there for others only when all of it
 * is. What was cut off is removed by {@link Scans}.
 */
@ApplicationScoped
class Uploads {

    /**
     * To which report a file goes, and who sends it.
     *
     * @param nameKept false for somebody who gave no name
     * @param keepAsSent he knows that the file tells of him, and wants it kept all the same
     */
    record Destination(UUID incidentId, Origin origin, Sender sender, boolean nameKept, boolean keepAsSent) {}

    /** What a retry must repeat. */
    record Wanted(UUID incidentId, Sender sender, String sha256) {}

    /** Which file a key stands for; kept as JSON. */
    record Place(UUID fileId) {}

    private record Begun(ReportFile file, IncidentCipher cipher) {}

    private final ReportFiles files;
    private final Preparation preparation;
    private final ClamAv scanner;
    private final FileFacts facts;
    private final IncidentVault vault;
    private final Idempotency idempotency;
    private final Workers workers;
    private final Ids ids;
    private final Clock clock;

    Uploads(
            ReportFiles files,
            Preparation preparation,
            ClamAv scanner,
            FileFacts facts,
            IncidentVault vault,
            Idempotency idempotency,
            Workers workers,
            Ids ids,
            Clock clock) {
        this.files = files;
        this.preparation = preparation;
        this.scanner = scanner;
        this.facts = facts;
        this.vault = vault;
        this.idempotency = idempotency;
        this.workers = workers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores the file; afterwards it is durable and waits for its scan, where there is a scanner. A retry with the same key
     * goes on where the first try was cut off, and takes no second place.
     */
    Uni<FileView> add(Destination destination, Path uploaded, String name, Optional<String> retryKey) {
        return workers.run(() -> preparation.prepare(uploaded, name))
                .invoke(prepared -> askFirst(destination, prepared))
                .chain(prepared -> store(destination, prepared, name, retryKey)
                        .onTermination()
                        .invoke(() -> preparation.discard(prepared)));
    }

    /** Nothing that tells who a nameless reporter is comes to be kept unless he says so, knowing it (policy, sanctions 4). */
    private static void askFirst(Destination destination, Prepared prepared) {
        boolean tells = !prepared.metadataRemoved() && prepared.type().tellsOfItsMaker();
        if (tells && !destination.nameKept() && !destination.keepAsSent()) {
            throw new Problem(IntakeProblem.FILE_TELLS_OF_ITS_MAKER).field("keepAsSent", "true, or send a picture");
        }
    }

    private Uni<FileView> store(Destination destination, Prepared prepared, String name, Optional<String> retryKey) {
        return Transactions.run(() -> place(destination, prepared, retryKey)
                        .chain(place -> begin(destination, file(place.fileId(), destination, prepared), name)))
                .call(begun -> chunks(begun, prepared, 0))
                .chain(begun -> Transactions.run(() -> complete(destination, begun.file().fileId))
                        .map(done -> view(done, begun.cipher())));
    }

    private Uni<Place> place(Destination destination, Prepared prepared, Optional<String> retryKey) {
        Wanted wanted = new Wanted(
                destination.incidentId(), destination.sender(), HexFormat.of().formatHex(prepared.sha256()));
        return idempotency.once(
                "add-file",
                retryKey.orElse(null),
                wanted,
                Place.class,
                () -> Uni.createFrom().item(new Place(ids.next())));
    }

    private Uni<Begun> begin(Destination destination, ReportFile file, String name) {
        return files.countLocked(file.incidentId, file.sender)
                .chain(count -> files.findById(file.fileId)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> create(destination, file, name, count.intValue())))
                .chain(found -> vault.open(file.incidentId).map(cipher -> new Begun(found, cipher)));
    }

    private Uni<ReportFile> create(Destination destination, ReportFile file, String name, int earlier) {
        if (earlier >= FileLimits.MOST) {
            throw new Problem(IntakeProblem.TOO_MANY_FILES).field("file", "more than " + FileLimits.MOST);
        }
        return vault.open(file.incidentId)
                .invoke(cipher -> file.name =
                        cipher.seal(ReportFile.NAME, file.fileId, kept(destination, file, name, earlier + 1)))
                .chain(() -> files.persistAndFlush(file));
    }

    /** A file's own name often tells whose it is. */
    private static String kept(Destination destination, ReportFile file, String name, int number) {
        return destination.nameKept() ? name : "file-" + number + file.type.defaultExtension();
    }

    private Uni<Void> chunks(Begun begun, Prepared prepared, int number) {
        ReportFile file = begun.file();
        if (file.state != FileState.UPLOADING || number == file.chunks) {
            return Uni.createFrom().voidItem();
        }
        String place = ReportFile.placeOf(number, file.chunks);
        return workers.run(() -> begun.cipher().seal(place, file.fileId, read(prepared.content(), number)))
                .chain(body -> Transactions.run(() -> files.addChunk(file.fileId, number, body)))
                .chain(() -> chunks(begun, prepared, number + 1));
    }

    private Uni<ReportFile> complete(Destination destination, UUID fileId) {
        return files.findById(fileId, LockModeType.PESSIMISTIC_WRITE)
                .call(file -> file.state == FileState.UPLOADING
                        ? release(file, destination.origin())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> release(ReportFile file, Origin origin) {
        file.state = FileState.complete(scanner.isConfigured());
        return facts.added(file, origin);
    }

    private static FileView view(ReportFile file, IncidentCipher cipher) {
        return file.sender == Sender.REPORTER ? FileView.forReporter(file, cipher) : FileView.forOfficer(file, cipher);
    }

    private ReportFile file(UUID fileId, Destination destination, Prepared prepared) {
        ReportFile file = new ReportFile();
        file.fileId = fileId;
        file.incidentId = destination.incidentId();
        file.sender = destination.sender();
        file.state = FileState.UPLOADING;
        file.type = prepared.type();
        file.size = prepared.size();
        file.sha256 = prepared.sha256();
        file.chunks = prepared.chunks();
        file.metadataRemoved = prepared.metadataRemoved();
        file.uploadedBy =
                destination.sender() == Sender.OFFICER ? destination.origin().actor() : "";
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
