package org.candor.audit.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.entity.EntityZones;
import org.candor.audit.retention.Retaining;
import org.candor.events.RetentionEvent.DocumentKept;
import org.candor.events.Topic;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;

/**
 * Takes documents in: hashed on a worker, sealed and stored piece by piece, and there for readers when all of it is. The same
 * bytes again go on where an earlier try was cut off, or are answered with the document that is there.
 */
@ApplicationScoped
public class Archive {

    /** What is said about the bytes, and by whom; with a hash where the sender knows it. */
    public record Offer(
            Optional<UUID> incidentId,
            String entityId,
            boolean drill,
            String kind,
            String reference,
            String mediaType,
            Optional<String> sha256,
            Instant frozenAt,
            String sender) {}

    /** What became of them; {@code fresh} unless they had been kept before. */
    public record Outcome(DocumentView view, boolean fresh) {}

    private record Begun(KeptDocument document, IncidentCipher cipher) {}

    private final Documents documents;
    private final IncidentVault vault;
    private final Retaining retaining;
    private final EntityZones zones;
    private final Outbox outbox;
    private final Workers workers;
    private final Ids ids;
    private final Clock clock;

    Archive(
            Documents documents,
            IncidentVault vault,
            Retaining retaining,
            EntityZones zones,
            Outbox outbox,
            Workers workers,
            Ids ids,
            Clock clock) {
        this.documents = documents;
        this.vault = vault;
        this.retaining = retaining;
        this.zones = zones;
        this.outbox = outbox;
        this.workers = workers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Afterwards the document is durable, and its hash is on its way into the trail. Opens sessions of its own. */
    public Uni<Outcome> keep(Offer offer, Path file) {
        return workers.run(() -> Received.of(file, offer.sha256()))
                .chain(received ->
                        Transactions.run(() -> begin(offer, received)).call(begun -> chunks(begun, received, 0)))
                .chain(begun -> Transactions.run(() -> complete(begun.document(), offer)));
    }

    private Uni<Begun> begin(Offer offer, Received received) {
        return documents
                .add(document(offer, received))
                .chain(document -> vault.open(document.keyId()).map(cipher -> new Begun(document, cipher)));
    }

    /** Sealed on a worker and stored in a transaction of its own: a large document holds no connection for long. */
    private Uni<Void> chunks(Begun begun, Received received, int number) {
        KeptDocument document = begun.document();
        if (number == document.chunks()) {
            return Uni.createFrom().voidItem();
        }
        return workers.run(() ->
                        begun.cipher().seal(document.place(number), document.documentId(), received.chunk(number)))
                .chain(body -> Transactions.run(() -> documents.addChunk(document.documentId(), number, body)))
                .chain(() -> chunks(begun, received, number + 1));
    }

    private Uni<Outcome> complete(KeptDocument document, Offer offer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return documents
                .complete(document.documentId(), now)
                .call(fresh -> fresh ? tell(document, offer) : Uni.createFrom().voidItem())
                .map(fresh -> new Outcome(DocumentView.of(document, now), fresh));
    }

    private Uni<Void> tell(KeptDocument document, Offer offer) {
        Origin origin = new Origin(document.entityId(), document.drill(), offer.sender());
        DocumentKept kept = new DocumentKept(
                document.documentId(),
                document.incidentId().orElse(null),
                document.kind(),
                document.reference(),
                document.sha256(),
                document.size(),
                document.frozenAt());
        return outbox.publish(Topic.RETENTION, kept, origin)
                .chain(() -> document.incidentId()
                        .map(incident -> recordMade(incident, document))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> recordMade(UUID incidentId, KeptDocument document) {
        return zones.of(document.entityId())
                .map(zone -> LocalDate.ofInstant(document.frozenAt(), zone))
                .chain(day -> retaining.decide(
                        incidentId,
                        Origin.system(document.entityId(), document.drill()),
                        (known, rule) -> known.recordMade(day, rule)));
    }

    private KeptDocument document(Offer offer, Received received) {
        return new KeptDocument(
                ids.next(),
                offer.incidentId(),
                offer.entityId(),
                offer.drill(),
                offer.kind(),
                offer.reference(),
                offer.mediaType(),
                received.sha256(),
                received.size(),
                received.chunks(),
                offer.sender(),
                offer.frozenAt().truncatedTo(ChronoUnit.MICROS),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
