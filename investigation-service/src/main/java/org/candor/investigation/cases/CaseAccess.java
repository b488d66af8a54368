package org.candor.investigation.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.CaseEvent;
import org.candor.events.CasePhase;
import org.candor.events.Topic;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.investigation.directory.Directory;
import org.candor.investigation.timeline.Deadlines;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.PersonalText;

/**
 * The door to a case for the features beside it: who is not to see it does not find it, and each access is recorded. Call
 * inside a transaction.
 */
@ApplicationScoped
public class CaseAccess {

    private static final String WORKED_ON = "update case_file set worked_at = ?2 where incident_id = ?1";

    private final Visibility visibility;
    private final Caller caller;
    private final Directory directory;
    private final Cases cases;
    private final CaseNotes notes;
    private final IncidentVault vault;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Deadlines deadlines;
    private final Ids ids;
    private final ObjectMapper json;
    private final Clock clock;

    CaseAccess(
            Visibility visibility,
            Caller caller,
            Directory directory,
            Cases cases,
            CaseNotes notes,
            IncidentVault vault,
            AccessLog accessLog,
            Outbox outbox,
            Deadlines deadlines,
            Ids ids,
            ObjectMapper json,
            Clock clock) {
        this.visibility = visibility;
        this.caller = caller;
        this.directory = directory;
        this.cases = cases;
        this.notes = notes;
        this.vault = vault;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /** The case for reading; {@code action} is what the access record calls it, such as {@code read-sanctions}. */
    public Uni<KnownCase> toRead(UUID incidentId, String action) {
        return known(incidentId, action, cases::find);
    }

    /** The case for a change beside it: locked until the transaction ends, so that its closing cannot overtake. */
    public Uni<KnownCase> toChange(UUID incidentId, String action) {
        return toChangeAlsoClosed(incidentId, action).invoke(known -> {
            if (known.phase() == CasePhase.CLOSED) {
                throw new Problem(InvestigationProblem.CASE_CLOSED);
            }
        });
    }

    /** As {@link #toChange}, for what may be written down about a closed case too. */
    public Uni<KnownCase> toChangeAlsoClosed(UUID incidentId, String action) {
        return known(incidentId, action, cases::findForChange);
    }

    /** One more line of the case's timeline, which counts as work; {@code reference} is a code or an id, never words. */
    public Uni<Void> note(KnownCase known, String kind, String reference) {
        return note(known, row(known, kind, reference));
    }

    /** As {@link #note(KnownCase, String, String)}, with what somebody said of it, sealed. */
    public Uni<Void> note(KnownCase known, String kind, String reference, PersonalText reason) {
        TimelineRow row = row(known, kind, reference);
        row.words = seal(known.cipher(), "timeline_entry.words", row.id, new Words.Reason(reason));
        return note(known, row);
    }

    private TimelineRow row(KnownCase known, String kind, String reference) {
        TimelineRow row = new TimelineRow();
        row.id = ids.next();
        row.incidentId = known.incidentId();
        row.at = known.now();
        row.round = known.file().round();
        row.phase = known.phase();
        row.kind = kind;
        row.actor = known.subject();
        row.reference = reference;
        return row;
    }

    private Uni<Void> note(KnownCase known, TimelineRow row) {
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .chain(() -> worked(known));
    }

    /**
     * Somebody worked beside the case, so it is not quiet, and the duty to go on is fulfilled. That fact bears no person: who
     * it was stands in the entry of the work, and sanctions have none that everybody reads.
     */
    public Uni<Void> worked(KnownCase known) {
        Uni<?> ended = known.file().work().idle().isPresent()
                ? notes.note(known.incidentId(), new CaseCommand.NoteWork())
                : Uni.createFrom().voidItem();
        return ended.chain(() -> Sql.update(WORKED_ON, known.incidentId(), known.now()))
                .replaceWithVoid();
    }

    /** Tells the other services, in the transaction of the change. */
    public Uni<Void> publish(KnownCase known, CaseEvent event) {
        return deadlines
                .note(List.of(event))
                .chain(() -> outbox.publish(
                        Topic.CASE, event, new Origin(known.entityId(), known.drill(), known.subject())));
    }

    /** Seals words as JSON into the row they belong to. */
    public byte[] seal(IncidentCipher cipher, String place, UUID row, Object words) {
        try {
            return cipher.seal(place, row, json.writeValueAsBytes(words));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are not JSON", e);
        }
    }

    public <W> W open(IncidentCipher cipher, String place, UUID row, byte[] sealed, Class<W> type) {
        try {
            return json.readValue(cipher.readBytes(place, row, sealed), type);
        } catch (IOException e) {
            throw new UncheckedIOException("words of " + place + " can't be read", e);
        }
    }

    public UUID newId() {
        return ids.next();
    }

    private Uni<KnownCase> known(UUID incidentId, String action, Function<UUID, Uni<Optional<StoredCase>>> find) {
        return visibility
                .require(incidentId)
                .chain(routing -> find.apply(incidentId)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .call(() -> accessLog.read(action, incidentId))
                        .chain(stored -> directory
                                .entity(stored.row().entityId)
                                .chain(entity -> vault.open(incidentId)
                                        .map(cipher -> new KnownCase(
                                                incidentId,
                                                stored.row().entityId,
                                                stored.row().drill,
                                                stored.row().phase,
                                                stored.state().file(),
                                                Acting.on(routing, caller, entity)
                                                        .person(),
                                                routing,
                                                entity,
                                                cipher,
                                                clock.instant().truncatedTo(ChronoUnit.MICROS))))));
    }
}
