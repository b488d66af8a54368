package org.candor.investigation.cases;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.events.CaseEvent;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.investigation.cases.decision.CaseFact;
import org.candor.investigation.cases.decision.CaseFile;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Classification;
import org.candor.investigation.cases.decision.Complaint;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.IdleDuty;
import org.candor.investigation.cases.decision.NoViolation;
import org.candor.investigation.cases.decision.Playbooks;
import org.candor.investigation.timeline.Deadlines;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.keeping.FrozenDocument;
import org.candor.kit.keeping.Keeping;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;

/** Stores what was decided, with its words and its events, in one transaction. */
@ApplicationScoped
class CaseWriter {

    private static final String END_PHASE =
            "update phase_span set ended_at = ?2 where incident_id = ?1 and ended_at is null";

    private final IncidentVault vault;
    private final Outbox outbox;
    private final Ids ids;
    private final Playbooks playbooks;
    private final Deadlines deadlines;
    private final Keeping keeping;

    CaseWriter(IncidentVault vault, Outbox outbox, Ids ids, Playbooks playbooks, Deadlines deadlines, Keeping keeping) {
        this.vault = vault;
        this.outbox = outbox;
        this.ids = ids;
        this.playbooks = playbooks;
        this.deadlines = deadlines;
        this.keeping = keeping;
    }

    /** Stores a new case. */
    Uni<Void> create(CaseRow row, Accepted accepted, String actor, Instant now) {
        StoredCase opened = StoredCase.of(row);
        row.workedAt = now;
        take(row, accepted.next(), now);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .chain(() -> save(opened, accepted, Optional.empty(), actor, now));
    }

    /** Stores a change; {@code words} are sealed into the row they belong to. */
    Uni<Void> save(StoredCase stored, Accepted accepted, Optional<Written> words, String actor, Instant now) {
        return toSeal(stored, words)
                .map(envelope -> new CaseRecording(stored, accepted, envelope, actor, now, ids::next, playbooks).rows())
                .call(() -> endPhase(stored, accepted, now))
                .chain(rows -> {
                    take(stored.row(), accepted.next(), now);
                    if (!actor.equals(Envelope.SYSTEM)) {
                        stored.row().workedAt = now;
                    }
                    return Panache.getSession()
                            .chain(session -> session.persistAll(rows.toArray()).chain(session::flush));
                })
                .chain(() -> publish(stored.row(), accepted, actor))
                .chain(() -> words.flatMap(Written::frozen)
                        .map(frozen -> handOver(stored.row(), frozen, actor, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Signed forms and letters that were sent are kept beyond this service (45 CFR 164.530(j)). */
    private Uni<Void> handOver(CaseRow row, Written.Frozen frozen, String actor, Instant now) {
        FrozenDocument document = new FrozenDocument(
                row.incidentId, frozen.kind(), frozen.reference(), "application/pdf", now, frozen.pdf());
        return keeping.handOver(document, new Origin(row.entityId, row.drill, actor));
    }

    private Uni<SealedWords> toSeal(StoredCase stored, Optional<Written> words) {
        return words.map(plain -> vault.open(stored.row().incidentId).map(cipher -> SealedWords.of(cipher, plain)))
                .orElseGet(() -> Uni.createFrom().item(SealedWords.none()));
    }

    private static Uni<?> endPhase(StoredCase stored, Accepted accepted, Instant now) {
        boolean ends = events(accepted).stream().anyMatch(CaseEvent.PhaseCompleted.class::isInstance);
        return ends
                ? Sql.update(END_PHASE, stored.row().incidentId, now)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> publish(CaseRow row, Accepted accepted, String actor) {
        List<CaseEvent> events = events(accepted);
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : deadlines
                        .note(events)
                        .chain(() -> outbox.publishAll(Topic.CASE, events, new Origin(row.entityId, row.drill, actor)));
    }

    private static List<CaseEvent> events(Accepted accepted) {
        return accepted.facts().stream()
                .filter(CaseFact.Announced.class::isInstance)
                .map(fact -> ((CaseFact.Announced) fact).event())
                .toList();
    }

    private static void take(CaseRow row, CaseState next, Instant now) {
        CaseFile file = next.file();
        Classification kind = file.classification().orElse(null);
        row.phase = next.phase();
        row.round = file.round();
        row.privacy = kind == null ? null : kind.privacy();
        row.security = kind == null ? null : kind.security();
        row.phiMayBeInvolved = kind == null ? null : kind.phiMayBeInvolved();
        row.improperUse = kind == null ? null : kind.improperUseOrDisclosure();
        row.cyberRelated = kind == null ? null : kind.cyberRelated();
        row.cyberTests = kind == null ? new String[0] : names(kind.cyberTests());
        NoViolation found = kind == null ? null : kind.noViolation().orElse(null);
        row.noViolation = found == null ? null : found.ground();
        row.noViolationTold = found == null ? new String[0] : found.answers().toArray(String[]::new);
        row.safe = file.work().safe().orElse(null);
        if (file.breachRequests() > row.breachRequests) {
            row.breachAskedAt = now;
        }
        row.breach = file.breach();
        row.breachRequests = file.breachRequests();
        row.complaintDueOn = file.complaint().flatMap(Complaint::dueOn).orElse(null);
        row.complaintExtendedTo =
                file.complaint().flatMap(Complaint::extendedTo).orElse(null);
        row.complaintAnsweredOn =
                file.complaint().flatMap(Complaint::answeredOn).orElse(null);
        row.documented = names(file.paperwork().documented());
        row.documentationRevision = file.paperwork().revision();
        row.followedUp = names(file.review().found());
        row.idleDueAt = file.work().idle().map(IdleDuty::dueAt).orElse(null);
        row.idleZone = file.work().idle().map(duty -> duty.zone().getId()).orElse(null);
        row.closedAt = next instanceof CaseState.Closed closed ? closed.closedAt() : null;
        row.concludedOn = next instanceof CaseState.Closed closed ? closed.concludedOn() : null;
        row.updatedAt = now;
        row.changes++;
    }

    private static String[] names(Set<? extends Enum<?>> items) {
        return items.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
