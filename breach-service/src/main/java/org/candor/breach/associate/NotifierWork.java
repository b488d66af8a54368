package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.associate.InvolvedResource.NotifierRequest;
import org.candor.breach.associate.InvolvedView.Notifier;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** Decides whether a business associate gives the notices to people in the entity's place. */
@ApplicationScoped
class NotifierWork {

    private final Breaches breaches;
    private final Involvements involvements;
    private final InvolvedWork involved;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;

    NotifierWork(
            Breaches breaches,
            Involvements involvements,
            InvolvedWork involved,
            AccessLog accesses,
            Caller caller,
            Clock clock) {
        this.breaches = breaches;
        this.involvements = involvements;
        this.involved = involved;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
    }

    /** The decision binds: notices that the associate gives are marked so among the duties, which stand until proof. */
    Uni<Versioned<List<InvolvedView>>> notifier(
            UUID incidentId, UUID associateId, NotifierRequest request, String ifMatch) {
        return Transactions.run(() -> breaches.changing(incidentId, ifMatch)
                .call(() -> accesses.read("decide-notifier", incidentId))
                .chain(head -> involvements
                        .views(head)
                        .invoke(views -> checkOneNotifier(views, associateId, request.notifier()))
                        .chain(() -> involvements.decide(
                                head,
                                associateId,
                                request.notifier(),
                                request.reason().value(),
                                caller.subject(),
                                clock.instant()))
                        .chain(() -> delegate(head, associateId, request)))
                .chain(() -> involved.anew(incidentId)));
    }

    private Uni<Void> delegate(BreachHead head, UUID associateId, NotifierRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        if (head.delegation().filter(Delegation::underPlan).isPresent()) {
            throw new Problem(BreachProblem.NOTICE_PLAN_DECIDES);
        }
        if (request.notifier() == Notifier.BUSINESS_ASSOCIATE) {
            Delegation delegation = new Delegation(associateId, today, request.kindsOrDefault());
            return breaches.delegate(
                    head.incidentId(),
                    before -> Optional.of(delegation),
                    "it was decided that a business associate gives notices: "
                            + request.kindsOrDefault().stream().sorted().toList(),
                    caller.subject());
        }
        return breaches.delegate(
                head.incidentId(),
                before -> before.filter(other -> !other.associateId().equals(associateId)),
                "it was decided that the entity gives the notices and not that business associate",
                caller.subject());
    }

    private static void checkOneNotifier(List<InvolvedView> views, UUID associateId, Notifier wanted) {
        InvolvedWork.involved(views, associateId);
        boolean another = views.stream()
                .anyMatch(view -> view.notifier() == Notifier.BUSINESS_ASSOCIATE
                        && !view.associateId().equals(associateId));
        if (another && wanted == Notifier.BUSINESS_ASSOCIATE) {
            throw new Problem(BreachProblem.ONE_NOTIFIER);
        }
    }
}
