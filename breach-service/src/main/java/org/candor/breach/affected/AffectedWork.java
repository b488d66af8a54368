package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.affected.AffectedResource.AffectedRequest;
import org.candor.breach.affected.AffectedView.How;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.assessment.OfficerWords;
import org.candor.breach.assessment.OfficerWords.What;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.PersonalText;

/** Names the other covered entities of a breach and follows the notice to each. */
@ApplicationScoped
class AffectedWork {

    private final Breaches breaches;
    private final AffectedEntities affected;
    private final CoveredEntityDeadlines deadlines;
    private final OfficerWords words;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    AffectedWork(
            Breaches breaches,
            AffectedEntities affected,
            CoveredEntityDeadlines deadlines,
            OfficerWords words,
            Outbox outbox,
            Idempotency idempotency,
            AccessLog accesses,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.breaches = breaches;
        this.affected = affected;
        this.deadlines = deadlines;
        this.words = words;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<List<AffectedView>> all(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-covered-entities", incidentId))
                .chain(affected::of));
    }

    /** What a repeated create is answered with. */
    record Named(UUID affectedId) {}

    Uni<List<AffectedView>> name(UUID incidentId, AffectedRequest request, String retryKey) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("name-covered-entity", incidentId))
                .call(head -> checkOwnBreach(head, request.incidentId()))
                .chain(head -> idempotency
                        .once("affected " + incidentId, retryKey, request, Named.class, () -> add(head, request))
                        .chain(() -> affected.of(head))));
    }

    /**
     * Another legal entity of the installation has a breach of its own; whoever may not see that breach cannot name it. It is
     * locked, and a breach that leads is led by none, so that one plan decides.
     */
    private Uni<Void> checkOwnBreach(BreachHead head, UUID own) {
        return own == null
                ? Uni.createFrom().voidItem()
                : breaches.locked(own)
                        .invoke(other -> checkAnotherEntity(head, other))
                        .chain(() -> affected.leaderOf(head.incidentId()))
                        .chain(leader -> affected.ownBreaches(own)
                                .invoke(led -> refuseWhere(leader.isPresent() || !led.isEmpty())))
                        .replaceWithVoid();
    }

    private static void checkAnotherEntity(BreachHead head, BreachHead other) {
        if (other.entityId().equals(head.entityId()) || other.drill() != head.drill()) {
            throw new Problem(BreachProblem.NOT_ANOTHER_ENTITYS)
                    .field("/incidentId", "a breach of another legal entity");
        }
    }

    private static void refuseWhere(boolean plannedElsewhere) {
        if (plannedElsewhere) {
            throw new Problem(BreachProblem.PLANNED_ELSEWHERE).field("/incidentId", "part of another plan");
        }
    }

    private Uni<Named> add(BreachHead head, AffectedRequest request) {
        UUID id = ids.next();
        return affected.keepTold(head.incidentId())
                .chain(() -> affected.add(id, head, request, clock.instant()))
                .invoke(added -> refuseWhere(!added))
                .chain(() -> open(head, "another covered entity is to be told"))
                .replaceWith(new Named(id));
    }

    Uni<List<AffectedView>> told(UUID incidentId, UUID affectedId, LocalDate day) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("record-covered-entity-told", incidentId))
                .invoke(AffectedWork::checkCapacity)
                .invoke(head -> checkDay(head, day))
                .chain(head -> affected.of(head)
                        .invoke(views -> checkUntold(view(views, affectedId)))
                        .chain(() -> tell(head, affectedId, day, How.HAND, caller.subject()))
                        .chain(() -> affected.of(head))));
    }

    /** What notification-service tells of the notice to one of them; false where it is none of them, or told already. */
    Uni<Boolean> noticed(UUID incidentId, UUID affectedId, LocalDate day, String actor) {
        return breaches.asked(incidentId)
                .chain(asked -> asked
                        ? breaches.any(incidentId)
                                .chain(head -> head.capacity() == Capacity.BUSINESS_ASSOCIATE
                                        ? tell(head, affectedId, day, How.NOTICE, actor)
                                        : Uni.createFrom().item(false))
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> tell(BreachHead head, UUID affectedId, LocalDate day, How how, String actor) {
        return affected.tell(head.incidentId(), affectedId, day, how)
                .chain(told -> !told
                        ? Uni.createFrom().item(false)
                        : outbox.publish(Topic.OBLIGATION, met(head, affectedId, day), head.origin(actor))
                                .chain(() -> affected.lastTold(head.incidentId()))
                                .call(last -> last.isPresent()
                                        ? done(head, last.get(), actor)
                                        : Uni.createFrom().voidItem())
                                .replaceWith(true));
    }

    private static DeadlineMet met(BreachHead head, UUID id, LocalDate day) {
        Optional<LocalDate> due = CoveredEntityDeadlines.duty(head.standing()).map(KeptObligation::due);
        return head.breach().met(id, day, due.orElse(day));
    }

    /** It was wrong that this one was told: its deadline is set again, and the duty is open with it. */
    Uni<List<AffectedView>> takeBack(UUID incidentId, UUID affectedId, PersonalText reason) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("withdraw-covered-entity-told", incidentId))
                .chain(head -> affected.of(head)
                        .map(views -> view(views, affectedId))
                        .invoke(AffectedWork::checkTold)
                        .call(view -> words.add(
                                incidentId, affectedId, What.TAKEN_BACK, view.toldOn(), reason, head.cipher()))
                        .chain(() -> affected.takeBack(affectedId))
                        .chain(() -> open(head, "it was wrong that every covered entity was told"))
                        .chain(() -> affected.of(head))));
    }

    /** Somebody is to be told, so the duty is not done. */
    private Uni<Void> open(BreachHead head, String because) {
        Optional<KeptObligation> duty = CoveredEntityDeadlines.duty(head.standing());
        return duty.filter(each -> each.completedOn() != null).isPresent()
                ? breaches.undone(head.incidentId(), duty.get(), because, caller.subject())
                : deadlines.follow(head.breach(), head.standing(), head.origin(caller.subject()));
    }

    private Uni<Void> done(BreachHead head, LocalDate day, String actor) {
        return CoveredEntityDeadlines.duty(head.standing())
                .map(duty -> breaches.done(
                        head.incidentId(), duty.key(), day, "the last covered entity was told on " + day, actor))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private void checkDay(BreachHead head, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        if (day.isAfter(today) || head.discoveredOn() == null || day.isBefore(head.discoveredOn())) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/toldOn", "from the discovery to today");
        }
    }

    private static AffectedView view(List<AffectedView> views, UUID affectedId) {
        return views.stream()
                .filter(each -> each.affectedId().equals(affectedId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static void checkUntold(AffectedView view) {
        if (view.toldOn() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
    }

    private static void checkTold(AffectedView view) {
        if (view.toldOn() == null) {
            throw new Problem(BreachProblem.NOT_DONE);
        }
    }

    /** Only a business associate owes covered entities their notice (45 CFR 164.410). */
    private static void checkCapacity(BreachHead head) {
        if (head.capacity() != Capacity.BUSINESS_ASSOCIATE) {
            throw new Problem(BreachProblem.NOT_AS_BUSINESS_ASSOCIATE);
        }
    }
}
