package org.candor.intake.files;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.candor.intake.IntakeProblem;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.intake.files.decision.FileState;
import org.candor.intake.routing.Readers;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;

/** Hands files to those who may read the report; each is recorded before its first byte leaves. */
@ApplicationScoped
class Downloads {

    /** A released file, ready to be opened chunk by chunk. */
    record Released(FileView view, ReportFile file, IncidentCipher cipher) {}

    private final ReportFiles files;
    private final Readers readers;
    private final IncidentVault vault;
    private final AccessLog accessLog;

    Downloads(ReportFiles files, Readers readers, IncidentVault vault, AccessLog accessLog) {
        this.files = files;
        this.readers = readers;
        this.vault = vault;
        this.accessLog = accessLog;
    }

    Uni<List<FileView>> list(UUID incidentId) {
        return Transactions.run(() -> readers.require(incidentId)
                .call(() -> accessLog.read("list-files", incidentId))
                .chain(() -> views(incidentId, files.of(incidentId), FileView::forOfficer)));
    }

    /** What the reporter sent; in a session, and the caller has shown the receipt. */
    Uni<List<FileView>> ofReporter(UUID incidentId) {
        return views(incidentId, files.of(incidentId, Sender.REPORTER), FileView::forReporter);
    }

    private Uni<List<FileView>> views(
            UUID incidentId, Uni<List<ReportFile>> wanted, BiFunction<ReportFile, IncidentCipher, FileView> view) {
        return vault.open(incidentId)
                .chain(cipher -> wanted.map(found ->
                        found.stream().map(file -> view.apply(file, cipher)).toList()));
    }

    Uni<Released> open(UUID incidentId, UUID fileId) {
        return Transactions.run(() -> readers.require(incidentId)
                .chain(() -> files.one(incidentId, fileId))
                .map(found -> released(found.orElseThrow(Problem::notFound)))
                .call(() -> accessLog.readPart("download-file", incidentId, "fileId=" + fileId))
                .chain(file -> vault.open(incidentId)
                        .map(cipher -> new Released(FileView.forOfficer(file, cipher), file, cipher))));
    }

    /** The content; a chunk is read when the one before has been taken. */
    Multi<byte[]> content(Released released) {
        return Multi.createFrom()
                .range(0, released.file().chunks)
                .onItem()
                .transformToUniAndConcatenate(number -> chunk(released, number));
    }

    private Uni<byte[]> chunk(Released released, int number) {
        ReportFile file = released.file();
        String place = ReportFile.placeOf(number, file.chunks);
        return Transactions.read(() -> files.chunk(file.fileId, number))
                .map(body -> released.cipher().readBytes(place, file.fileId, body));
    }

    private static ReportFile released(ReportFile file) {
        if (!file.state.isReleased()) {
            throw new Problem(
                    file.state == FileState.INFECTED ? IntakeProblem.FILE_INFECTED : IntakeProblem.FILE_IN_QUARANTINE);
        }
        return file;
    }
}
