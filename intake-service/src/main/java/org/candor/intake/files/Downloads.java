package org.candor.intake.files;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.intake.IntakeProblem;
import org.candor.intake.files.decision.FileState;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Visibility;

/** Hands files to those who may read the report; each is recorded before its first byte leaves. */
@ApplicationScoped
class Downloads {

    /** A released file, ready to be opened chunk by chunk. */
    record Released(FileView view, ReportFile file, IncidentCipher cipher) {}

    private final ReportFiles files;
    private final Visibility visibility;
    private final IncidentVault vault;
    private final AccessLog accessLog;

    Downloads(ReportFiles files, Visibility visibility, IncidentVault vault, AccessLog accessLog) {
        this.files = files;
        this.visibility = visibility;
        this.vault = vault;
        this.accessLog = accessLog;
    }

    Uni<List<FileView>> list(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .call(() -> accessLog.read("list-files", incidentId))
                .chain(() -> views(incidentId)));
    }

    /** In a session; the caller has shown that he may. */
    Uni<List<FileView>> views(UUID incidentId) {
        return vault.open(incidentId)
                .chain(cipher -> files.of(incidentId)
                        .map(found -> found.stream()
                                .map(file -> FileView.of(file, cipher))
                                .toList()));
    }

    Uni<Released> open(UUID incidentId, UUID fileId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> files.one(incidentId, fileId))
                .map(found -> released(found.orElseThrow(Problem::notFound)))
                .call(() -> accessLog.read("download-file", incidentId))
                .chain(file ->
                        vault.open(incidentId).map(cipher -> new Released(FileView.of(file, cipher), file, cipher))));
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
