package org.candor.audit.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.document.Documents.Shown;
import org.candor.audit.document.Reading.Opened;
import org.candor.audit.pack.RetainedDocuments;
import org.candor.audit.trail.EntrySlices.Reader;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** Puts retained documents into proof packs, each for the reader for whom the pack is made. */
@ApplicationScoped
class PackedDocuments implements RetainedDocuments {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "application/json", ".json",
            "text/html", ".html",
            "text/csv", ".csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private final Documents documents;
    private final Reading reading;
    private final IncidentVault vault;

    PackedDocuments(Documents documents, Reading reading, IncidentVault vault) {
        this.documents = documents;
        this.reading = reading;
        this.vault = vault;
    }

    @Override
    public Uni<Optional<Retained>> open(UUID documentId, Reader reader) {
        return Transactions.run(() -> documents
                        .find(documentId, reader.subject(), reader.entities())
                        .map(found -> found.map(Shown::document).filter(document -> isFor(document, reader)))
                        .chain(this::opened))
                .map(found -> found.map(opened -> new Retained(name(opened.document()), reading.content(opened))))
                .onFailure(PackedDocuments::isDisposed)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Optional<Opened>> opened(Optional<KeptDocument> found) {
        return found.map(document ->
                        vault.open(document.keyId()).map(cipher -> Optional.of(new Opened(document, cipher))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** What belongs to no incident is the auditor's, and names are for who reads them elsewhere. */
    private static boolean isFor(KeptDocument document, Reader reader) {
        return reader.auditor()
                || document.incidentId().isPresent() && NamedPeople.areFor(document.kind(), reader.roles());
    }

    private static boolean isDisposed(Throwable failure) {
        return failure instanceof Problem problem && problem.code() == CommonProblem.DISPOSED;
    }

    private static String name(KeptDocument document) {
        return (document.kind() + "-" + document.reference()).replaceAll("[^A-Za-z0-9.-]", "-")
                + ENDINGS.getOrDefault(document.mediaType(), "");
    }
}
