package org.candor.audit.programme;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.document.Archive;
import org.candor.audit.document.Archive.Offer;
import org.candor.audit.document.DocumentView;
import org.candor.audit.document.Reading;
import org.candor.audit.document.Reading.Opened;
import org.candor.audit.programme.DutyView.FileView;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files that prove a duty: retained documents that belong to no incident. */
@ApplicationScoped
class DutyFiles {

    private static final int LONGEST_NAME = 200;

    private final DutyRounds duties;
    private final DutyDesk desk;
    private final Rounds rounds;
    private final Archive archive;
    private final Reading reading;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    DutyFiles(
            DutyRounds duties,
            DutyDesk desk,
            Rounds rounds,
            Archive archive,
            Reading reading,
            AccessLog accessLog,
            Caller caller,
            Clock clock) {
        this.duties = duties;
        this.desk = desk;
        this.rounds = rounds;
        this.archive = archive;
        this.reading = reading;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    /** The same bytes again are the same file. */
    Uni<FileView> add(UUID dutyId, FileUpload file) {
        String name = name(file.fileName());
        String person = caller.subject();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Transactions.run(() -> duties.require(dutyId))
                .chain(row -> archive.keep(
                        new Offer(
                                Optional.empty(),
                                row.entityId(),
                                false,
                                "PROGRAMME_EVIDENCE",
                                dutyId.toString(),
                                file.contentType(),
                                Optional.empty(),
                                now,
                                person),
                        file.uploadedFile()))
                .map(outcome -> view(outcome.view(), name, person, now))
                .chain(added -> Transactions.run(() -> rounds.addFile(dutyId, added)
                        .chain(() -> record("add-duty-file", dutyId, added.documentId()))
                        .replaceWith(added)));
    }

    Uni<Opened> open(UUID dutyId, UUID documentId) {
        return Transactions.run(() -> desk.view(dutyId)
                .invoke(duty -> {
                    if (duty.files().stream().noneMatch(one -> one.documentId().equals(documentId))) {
                        throw Problem.notFound();
                    }
                })
                .chain(() -> record("download-duty-file", dutyId, documentId))
                .chain(() -> reading.openOwn(documentId)));
    }

    Multi<byte[]> content(Opened opened) {
        return reading.content(opened);
    }

    private static FileView view(DocumentView kept, String name, String person, Instant now) {
        return new FileView(kept.documentId(), name, kept.sha256(), person, now);
    }

    private Uni<Void> record(String action, UUID dutyId, UUID documentId) {
        return accessLog.list(action, "dutyId=" + dutyId + "&documentId=" + documentId, List.of());
    }

    /** Without folders and control characters. */
    private static String name(String sent) {
        String plain = sent.replaceAll("\\p{Cntrl}", "");
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }
}
