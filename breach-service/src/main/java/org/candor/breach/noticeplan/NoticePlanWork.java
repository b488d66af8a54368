package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.Versioned;
import org.candor.breach.affected.AffectedEntities;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.noticeplan.NoticePlanRequest.Choice;
import org.candor.breach.noticeplan.NoticePlanView.Letters;
import org.candor.breach.noticeplan.decision.DecidingNoticePlans;
import org.candor.breach.noticeplan.decision.NoticePlan;
import org.candor.breach.noticeplan.decision.Outcome;
import org.candor.events.ObligationEvent.NoticeSender;
import org.candor.events.ObligationEvent.NotifierDecided;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;

/** Decides who tells whom, keeps the decision, tells it, and lets the duties follow. */
@ApplicationScoped
class NoticePlanWork {

    private final Breaches breaches;
    private final AffectedEntities affected;
    private final NoticePlans plans;
    private final NoticesForOthers letters;
    private final PlannedDuties duties;
    private final NoticePlanViews views;
    private final Outbox outbox;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    NoticePlanWork(
            Breaches breaches,
            AffectedEntities affected,
            NoticePlans plans,
            NoticesForOthers letters,
            PlannedDuties duties,
            NoticePlanViews views,
            Outbox outbox,
            AccessLog accesses,
            Caller caller,
            Clock clock) {
        this.breaches = breaches;
        this.affected = affected;
        this.plans = plans;
        this.letters = letters;
        this.duties = duties;
        this.views = views;
        this.outbox = outbox;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Versioned<NoticePlanView>> one(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-notice-plan", incidentId))
                .chain(views::of));
    }

    Uni<Versioned<NoticePlanView>> decide(UUID incidentId, NoticePlanRequest request, String ifMatch) {
        return Transactions.run(() -> breaches.changing(incidentId, ifMatch)
                .call(() -> accesses.read("decide-notice-plan", incidentId))
                .call(head -> affected.leaderOf(incidentId).invoke(NoticePlanWork::refuseLed))
                .chain(head -> views.facts(head).chain(facts -> decide(facts, request)))
                .chain(() -> breaches.flush())
                .chain(() -> breaches.any(incidentId))
                .chain(views::of));
    }

    private static void refuseLed(Optional<UUID> leader) {
        if (leader.isPresent()) {
            throw new Problem(BreachProblem.PLANNED_ELSEWHERE);
        }
    }

    private Uni<Void> decide(PlanFacts facts, NoticePlanRequest request) {
        refuseTwice(request.senders());
        NoticePlan plan = facts.plan(request.senders(), request.shared());
        Outcome.Accepted accepted = accepted(DecidingNoticePlans.decide(facts.affected(), plan), request);
        BreachHead head = facts.head();
        return plans.newest(head)
                .map(before -> before.map(NoticePlans.Kept::edition).orElse(0) + 1)
                .chain(edition -> plans.add(head, edition, request))
                .chain(kept ->
                        outbox.publish(Topic.OBLIGATION, fact(head, kept, accepted), head.origin(caller.subject())))
                .chain(() -> duties.follow(head, plan, request.reason().value()));
    }

    private static void refuseTwice(List<Choice> choices) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            if (!seen.add(choices.get(i).coveredEntity())) {
                throw new Problem(CommonProblem.INVALID_FIELD)
                        .field("/senders/" + i + "/coveredEntity", "has a sender already");
            }
        }
    }

    private static Outcome.Accepted accepted(Outcome outcome, NoticePlanRequest request) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> {
                Problem problem = new Problem(BreachProblem.PLAN_REFUSED);
                refused.faults()
                        .forEach(fault -> problem.field(
                                place(fault.pointer(), request), fault.why().name()));
                throw problem;
            }
        };
    }

    /** The core names a sender's place by the covered entity, a request by its number in the list. */
    private static String place(String pointer, NoticePlanRequest request) {
        for (int i = 0; i < request.senders().size(); i++) {
            if (pointer.equals("/senders/" + request.senders().get(i).coveredEntity())) {
                return "/senders/" + i + "/by";
            }
        }
        return pointer;
    }

    private static NotifierDecided fact(BreachHead head, NoticePlans.Kept kept, Outcome.Accepted accepted) {
        List<NoticeSender> senders = accepted.parts().stream()
                .map(part -> new NoticeSender(
                        part.sender().kind(), part.sender().id(), part.coveredEntities(), part.notices()))
                .toList();
        return new NotifierDecided(
                head.incidentId(),
                head.entityId(),
                kept.edition(),
                accepted.people(),
                senders,
                accepted.complete(),
                kept.decidedAt());
    }

    Uni<Versioned<NoticePlanView>> given(UUID incidentId, UUID affectedId, NoticePlanResource.Proof proof) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("record-notices-for-other", incidentId))
                .invoke(head -> checkDay(head, proof.givenOn()))
                .call(head -> letters.of(head)
                        .map(all -> Optional.ofNullable(all.get(affectedId)).orElseThrow(Problem::notFound))
                        .invoke(NoticePlanWork::refuseGiven)
                        .chain(letter -> letters.given(head, affectedId, proof.givenOn(), letter.due(), proof.proof())))
                .chain(views::of));
    }

    private static void refuseGiven(Letters letter) {
        if (letter.givenOn() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
    }

    private void checkDay(BreachHead head, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        if (day.isAfter(today) || head.discoveredOn() == null || day.isBefore(head.discoveredOn())) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/givenOn", "from the discovery to today");
        }
    }
}
