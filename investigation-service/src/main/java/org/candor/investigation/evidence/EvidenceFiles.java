package org.candor.investigation.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.investigation.cases.CaseAccess;
import org.candor.investigation.cases.Hashes;
import org.candor.investigation.cases.KnownCase;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.evidence.decision.EvidenceRules;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.EntityTags;

/**
 * The files of digital evidence. A file is hashed and sealed, or opened and hashed again, on a worker between two
 * transactions.
 */
@ApplicationScoped
class EvidenceFiles {

    private static final String CONTENT = "evidence_file.content";

    private final CaseAccess access;
    private final EvidenceStore store;
    private final EvidenceDesk desk;
    private final EvidenceAlerts alerts;
    private final Workers workers;

    EvidenceFiles(CaseAccess access, EvidenceStore store, EvidenceDesk desk, EvidenceAlerts alerts, Workers workers) {
        this.access = access;
        this.store = store;
        this.desk = desk;
        this.alerts = alerts;
        this.workers = workers;
    }

    private record Sealed(byte[] content, String sha256) {}

    private record Kept(IncidentCipher cipher, byte[] content, String sha256) {}

    /** Keeps the file once, and only when it is what was collected. */
    Uni<Tagged<EvidenceView>> keep(UUID incidentId, UUID itemId, String ifMatch, byte[] content) {
        return Transactions.run(() -> access.toChange(incidentId, "keep-evidence-file")
                        .chain(known -> store.find(incidentId, itemId)
                                .invoke(stored -> EntityTags.check(ifMatch, stored.row().changes))
                                .replaceWith(known.cipher())))
                .chain(cipher ->
                        workers.run(() -> new Sealed(cipher.seal(CONTENT, itemId, content), Hashes.sha256(content))))
                .chain(locked -> Transactions.run(() -> access.toChange(incidentId, "keep-evidence-file")
                        .chain(known -> kept(known, itemId, ifMatch, content.length, locked))));
    }

    private Uni<Tagged<EvidenceView>> kept(KnownCase known, UUID itemId, String ifMatch, long size, Sealed locked) {
        return store.findForChange(known.incidentId(), itemId)
                .invoke(stored -> EntityTags.check(ifMatch, stored.row().changes))
                .invoke(stored -> EvidenceProblem.refuse(EvidenceRules.keep(stored.item(), size, locked.sha256())))
                .chain(stored -> {
                    FileRow row = new FileRow();
                    row.itemId = itemId;
                    row.size = size;
                    row.keptBy = known.subject();
                    row.keptAt = known.now();
                    row.content = locked.content();
                    stored.row().changes++;
                    return store.keep(row);
                })
                .chain(() -> access.note(known, "evidence-file-kept", itemId.toString()))
                .chain(() -> desk.current(known, itemId));
    }

    /** The file, hashed again; one that differs is never answered. */
    Uni<byte[]> read(UUID incidentId, UUID itemId) {
        return Transactions.run(() -> access.toRead(incidentId, "read-evidence-file")
                        .chain(known -> store.find(incidentId, itemId)
                                .chain(stored -> store.file(itemId).map(file -> kept(known, stored.row(), file)))))
                .chain(kept -> workers.run(() -> opened(itemId, kept)))
                .chain(opened -> opened.map(content -> Uni.createFrom().item(content))
                        .orElseGet(() -> alert(incidentId, itemId)));
    }

    private static Kept kept(KnownCase known, EvidenceRow row, FileRow file) {
        if (file == null) {
            throw new Problem(EvidenceProblem.NO_FILE_KEPT);
        }
        return new Kept(known.cipher(), file.content, row.sha256);
    }

    /** Empty when the sealed value was changed, or what it holds is not what was collected. */
    private static Optional<byte[]> opened(UUID itemId, Kept kept) {
        try {
            byte[] content = kept.cipher().readBytes(CONTENT, itemId, kept.content());
            return Optional.of(content).filter(read -> Hashes.sha256(read).equals(kept.sha256()));
        } catch (IllegalStateException changed) {
            return Optional.empty();
        }
    }

    /** The alert is committed before the refusal is answered; the case is locked, so that no closing overlooks it. */
    private Uni<byte[]> alert(UUID incidentId, UUID itemId) {
        return Transactions.run(() -> access.toChangeAlsoClosed(incidentId, "find-evidence-altered")
                        .chain(known -> store.findForChange(incidentId, itemId)
                                .chain(stored -> alerts.altered(known, stored.row()))))
                .map(told -> {
                    throw new Problem(EvidenceProblem.EVIDENCE_ALTERED);
                });
    }
}
