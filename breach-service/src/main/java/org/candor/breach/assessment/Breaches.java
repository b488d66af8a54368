package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candor.breach.assessment.AssessmentDesk.Doing;
import org.candor.breach.assessment.AssessmentDesk.Opened;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.assessment.decision.Command;
import org.candor.breach.assessment.decision.Decision;
import org.candor.breach.assessment.decision.Dossier;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.breach.obligations.decision.Facts.Individuals;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.ObligationKind;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Visibility;
import org.candor.kit.web.EntityTags;

/**
 * Breaches for the features around them. Every call belongs inside a transaction; whoever changes a breach later in it locks
 * it first, as a row that was only read cannot be locked afterwards.
 */
@ApplicationScoped
public class Breaches {

    private final Assessments assessments;
    private final AssessmentDesk desk;
    private final Computations computations;
    private final Visibility visibility;
    private final Clock clock;

    Breaches(
            Assessments assessments,
            AssessmentDesk desk,
            Computations computations,
            Visibility visibility,
            Clock clock) {
        this.assessments = assessments;
        this.desk = desk;
        this.computations = computations;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** One that the caller may see, or {@code NOT_FOUND}. */
    public Uni<BreachHead> visible(UUID incidentId) {
        return visibility.require(incidentId).chain(() -> any(incidentId));
    }

    /** One that the caller may see, locked until the end of the transaction. */
    public Uni<BreachHead> locked(UUID incidentId) {
        return visibility
                .require(incidentId)
                .chain(() -> assessments.locked(incidentId))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(this::head);
    }

    /** As {@link #locked}, in the version that the caller has seen. */
    public Uni<BreachHead> changing(UUID incidentId, String ifMatch) {
        return locked(incidentId).invoke(head -> EntityTags.check(ifMatch, head.version()));
    }

    /** One without asking who calls: for other services, who see none of it. */
    public Uni<BreachHead> any(UUID incidentId) {
        return assessments
                .findById(incidentId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(this::head);
    }

    /** Records that the duty with that key was done, and computes anew. */
    public Uni<Void> done(UUID incidentId, String key, LocalDate day, String because, String actor) {
        return opened(incidentId)
                .chain(opened -> progressed(opened, opened.row().progress().withRecorded(key, day), because, actor));
    }

    private Uni<Void> progressed(Opened opened, Progress progress, String because, String actor) {
        Decision.Accepted accepted = accepted(opened, new Command.RecordSending(progress.sent()), "");
        desk.note(opened.row(), progress);
        return desk.carryOut(opened, accepted, new Doing(actor, because)).replaceWithVoid();
    }

    /** Writes to the database what was changed, so that the version which the client sees next is known. */
    public Uni<Void> flush() {
        return assessments.flush();
    }

    /** Takes back that the duty with that key was done, and computes anew. */
    public Uni<Void> undone(UUID incidentId, KeptObligation duty, String because, String actor) {
        return opened(incidentId)
                .chain(opened -> progressed(
                        opened,
                        opened.row().progress().withoutDone(duty.key(), duty.kind(), duty.jurisdiction()),
                        because,
                        actor));
    }

    /** Says who gives the notices to people, and computes anew. */
    public Uni<Void> delegate(
            UUID incidentId, UnaryOperator<Optional<Delegation>> decide, String because, String actor) {
        return opened(incidentId).chain(opened -> {
            Progress progress = opened.row().progress();
            return progressed(opened, progress.withDelegation(decide.apply(progress.delegation())), because, actor);
        });
    }

    /**
     * Adds a candidate for the day of discovery, and computes anew.
     *
     * @param replaces an earlier candidate, or one that has been corrected since
     * @return the name under which it stands among the duties
     */
    public Uni<String> know(
            UUID incidentId, Knowledge knowledge, String how, Optional<String> replaces, String because, String actor) {
        return opened(incidentId).chain(opened -> {
            Optional<String> latest = replaces.map(opened.assessment().dossier()::latest);
            return know(opened, new Candidate(knowledge, how, latest, clock.instant()), because, actor);
        });
    }

    /**
     * Takes what the report of a business associate says, in the place of what it said before. Where an officer has corrected
     * that, his word stands.
     *
     * @return the name under which it stands; empty where an officer's word stands
     */
    public Uni<Optional<String>> reported(UUID incidentId, Candidate candidate, String because, String actor) {
        return opened(incidentId).chain(opened -> {
            Dossier dossier = opened.assessment().dossier();
            Optional<Candidate> before = dossier.reportedByAssociate();
            if (dossier.reportIsCorrected()) {
                return Uni.createFrom().item(Optional.empty());
            }
            if (before.filter(known -> known.knowledge().saysTheSameAs(candidate.knowledge()))
                    .isPresent()) {
                return Uni.createFrom()
                        .item(Optional.of(dossier.names().get(before.get().key())));
            }
            return know(opened, candidate.inPlaceOf(before), because, actor).map(Optional::of);
        });
    }

    private Uni<String> know(Opened opened, Candidate candidate, String because, String actor) {
        Decision.Accepted accepted = accepted(opened, new Command.AddKnowledge(candidate), "/knowledge");
        String name = accepted.next().dossier().names().get(candidate.key());
        return desk.carryOut(opened, accepted, new Doing(actor, because)).replaceWith(name);
    }

    /** True once the breach question of that incident was asked; it is locked from then on. */
    public Uni<Boolean> asked(UUID incidentId) {
        return assessments.locked(incidentId).map(Optional::isPresent);
    }

    /** Says of which breach this one came. */
    public Uni<Void> childOf(UUID incidentId, UUID parent) {
        return assessments
                .locked(incidentId)
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(row -> row.parentIncidentId = parent)
                .replaceWithVoid();
    }

    /** Something about the breach has moved. */
    public Uni<Void> moved(UUID incidentId) {
        return assessments.moved(incidentId, clock.instant());
    }

    private Uni<Opened> opened(UUID incidentId) {
        return assessments
                .locked(incidentId)
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(desk::open);
    }

    private Decision.Accepted accepted(Opened opened, Command command, String prefix) {
        return switch (desk.decide(opened, command)) {
            case Decision.Accepted accepted -> accepted;
            case Decision.Refused refused -> throw Refusals.of(refused, prefix);
        };
    }

    private Uni<BreachHead> head(AssessmentRow row) {
        return desk.open(row)
                .chain(opened -> computations.latest(row.incidentId).map(standing -> head(opened, standing)));
    }

    private BreachHead head(Opened opened, Optional<KeptComputation> standing) {
        AssessmentRow row = opened.row();
        List<KeptObligation> owed = standing.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(duty -> duty.kind() == ObligationKind.BUSINESS_ASSOCIATE_NOTICE)
                .toList();
        return new BreachHead(
                row.incidentId,
                row.entityId,
                row.entityName,
                row.zone(),
                row.drill,
                row.state,
                row.discoveredOn,
                opened.assessment().dossier().notice().capacity(),
                opened.assessment().dossier().notice().individuals().map(Individuals::total),
                row.progress().delegation(),
                opened.cipher(),
                owed.isEmpty() ? desk.clocks(row, opened.assessment()) : owed,
                standing,
                row.version);
    }
}
