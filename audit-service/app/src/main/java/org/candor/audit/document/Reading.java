package org.candor.audit.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.document.Documents.Shown;
import org.candor.audit.reading.IncidentReader;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/** Hands retained documents to the auditor and to the incident's officers; each reading is recorded before it is answered. */
@ApplicationScoped
public class Reading {

    /** A document that may be read, piece by piece. */
    public record Opened(KeptDocument document, IncidentCipher cipher) {

        /** Nothing in a document may run where it is opened. A stream passes the filter by that sets the usual headers. */
        public Map<String, List<String>> headers() {
            String name = document.kind() + "-" + document.reference().replace(':', '-');
            String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(document.sha256()));
            return Map.of(
                    "Content-Disposition", List.of("attachment; filename=\"" + name + "\""),
                    "X-Content-Type-Options", List.of("nosniff"),
                    "Cache-Control", List.of("no-store"),
                    "Content-Security-Policy", List.of("sandbox; default-src 'none'"),
                    "Repr-Digest", List.of("sha-256=:" + hash + ":"));
        }
    }

    private final Documents documents;
    private final IncidentReader reader;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Caller caller;

    Reading(Documents documents, IncidentReader reader, IncidentVault vault, AccessLog accessLog, Caller caller) {
        this.documents = documents;
        this.reader = reader;
        this.vault = vault;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    Uni<List<Shown>> list(Optional<UUID> incidentId, Optional<Cursor> after, int limit) {
        if (incidentId.isEmpty() && !reader.isAuditor()) {
            throw new Problem(AuditProblem.INCIDENT_REQUIRED).field("incidentId", "name one incident");
        }
        return Transactions.run(() -> mayAsk(incidentId)
                .chain(() -> documents.page(incidentId, caller.subject(), caller.entitiesFilter(), after, limit))
                .call(found -> accessLog.list(
                        "list-documents",
                        incidentId.map(id -> "incidentId=" + id).orElse(""),
                        found.stream()
                                .flatMap(shown -> shown.document().incidentId().stream())
                                .distinct()
                                .toList())));
    }

    Uni<Shown> read(UUID documentId) {
        return Transactions.run(() -> require(documentId).call(shown -> record("read-document", shown.document())));
    }

    Uni<Opened> open(UUID documentId) {
        return Transactions.run(() -> require(documentId)
                .invoke(shown -> mayReadNames(shown.document()))
                .call(shown -> record("download-document", shown.document()))
                .chain(shown -> opened(shown.document())));
    }

    /**
     * A document that belongs to no incident, for a feature that has decided that the caller may read it and has recorded it.
     * Call inside a session.
     */
    public Uni<Opened> openOwn(UUID documentId) {
        return documents
                .findOwn(documentId, caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(this::opened);
    }

    private Uni<Opened> opened(KeptDocument document) {
        return vault.open(document.keyId()).map(cipher -> new Opened(document, cipher));
    }

    /** The content; a piece is read when the one before has been taken. */
    public Multi<byte[]> content(Opened opened) {
        KeptDocument document = opened.document();
        return Multi.createFrom()
                .range(0, document.chunks())
                .onItem()
                .transformToUniAndConcatenate(number -> Transactions.read(
                                () -> documents.chunk(document.documentId(), number))
                        .map(body -> opened.cipher().readBytes(document.place(number), document.documentId(), body)));
    }

    private Uni<Shown> require(UUID documentId) {
        return documents
                .find(documentId, caller.subject(), caller.entitiesFilter())
                .map(found -> found.orElseThrow(Problem::notFound))
                .call(shown -> mayRead(shown.document()));
    }

    private Uni<Void> record(String action, KeptDocument document) {
        return accessLog.list(
                action,
                "documentId=" + document.documentId(),
                document.incidentId().stream().toList());
    }

    private void mayReadNames(KeptDocument document) {
        if (!NamedPeople.areFor(document.kind(), Set.copyOf(caller.roles()))) {
            throw new Problem(AuditProblem.NAMES_NOT_NEEDED);
        }
    }

    /** What belongs to no incident is the auditor's here; policies hand their attachments to their readers themselves. */
    private Uni<Void> mayRead(KeptDocument document) {
        if (document.incidentId().isEmpty() && !reader.isAuditor()) {
            throw Problem.notFound();
        }
        return mayAsk(document.incidentId());
    }

    private Uni<Void> mayAsk(Optional<UUID> incidentId) {
        return incidentId
                .map(id -> reader.require(id).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
