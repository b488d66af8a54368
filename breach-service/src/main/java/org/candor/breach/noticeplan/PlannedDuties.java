package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.breach.affected.AffectedEntities;
import org.candor.breach.affected.AffectedEntities.OwnBreach;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.associate.Notifiers;
import org.candor.breach.noticeplan.decision.NoticePlan;
import org.candor.breach.noticeplan.decision.Sender;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Delegation;
import org.candor.events.ObligationEvent.SenderKind;
import org.candor.kit.identity.Caller;

/** Lets the duties of the breach, of the other entities' own breaches, and what was taken on for outsiders follow a plan. */
@ApplicationScoped
class PlannedDuties {

    private static final String BECAUSE = "the notice plan says who tells these people";

    private final Breaches breaches;
    private final AffectedEntities affected;
    private final Notifiers notifiers;
    private final NoticesForOthers letters;
    private final Caller caller;
    private final Clock clock;

    PlannedDuties(
            Breaches breaches,
            AffectedEntities affected,
            Notifiers notifiers,
            NoticesForOthers letters,
            Caller caller,
            Clock clock) {
        this.breaches = breaches;
        this.affected = affected;
        this.notifiers = notifiers;
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Void> follow(BreachHead head, NoticePlan plan, String reason) {
        return own(head, plan, reason)
                .chain(() -> affected.ownBreaches(head.incidentId()))
                .chain(own -> others(plan, own).chain(() -> letters.take(head, leftToThisEntity(plan, own))));
    }

    /** The entity's own people: its duties say whoever gives the notices in its place. */
    private Uni<Void> own(BreachHead head, NoticePlan plan, String reason) {
        if (head.capacity() == Capacity.BUSINESS_ASSOCIATE) {
            return Uni.createFrom().voidItem();
        }
        Optional<Sender> sender = Optional.ofNullable(plan.senders().get(head.incidentId()));
        Optional<UUID> associate =
                sender.filter(by -> by.kind() == SenderKind.BUSINESS_ASSOCIATE).map(Sender::id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        Optional<Delegation> now = sender.flatMap(by -> switch (by.kind()) {
            case THIS_ENTITY -> Optional.<Delegation>empty();
            case COVERED_ENTITY -> Optional.of(Delegation.underPlan(by.id(), today));
            case BUSINESS_ASSOCIATE -> Optional.of(new Delegation(by.id(), today, Delegation.TO_PEOPLE));
        });
        return notifiers
                .decided(head, associate, reason)
                .chain(() -> breaches.delegate(
                        head.incidentId(), before -> keepDay(before, now), BECAUSE, caller.subject()));
    }

    /** Own breaches of the other legal entities, whoever may see them: the plan in which they were named binds them. */
    private Uni<Void> others(NoticePlan plan, List<OwnBreach> own) {
        return Multi.createFrom()
                .iterable(own)
                .onItem()
                .transformToUniAndConcatenate(other -> other(plan, other))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> other(NoticePlan plan, OwnBreach other) {
        Optional<Sender> sender = Optional.ofNullable(plan.senders().get(other.affectedId()));
        boolean itself =
                sender.isEmpty() || sender.get().equals(new Sender(SenderKind.COVERED_ENTITY, other.affectedId()));
        return breaches.asked(other.incidentId())
                .chain(() -> breaches.any(other.incidentId()))
                .map(head -> LocalDate.ofInstant(clock.instant(), head.zone()))
                .chain(today -> breaches.delegate(
                        other.incidentId(),
                        before -> itself
                                ? before.filter(delegation -> !delegation.underPlan())
                                : keepDay(before, Optional.of(Delegation.underPlan(other.affectedId(), today))),
                        BECAUSE,
                        caller.subject()));
    }

    /** What was decided before and stands keeps the day of its decision. */
    private static Optional<Delegation> keepDay(Optional<Delegation> before, Optional<Delegation> now) {
        boolean same = before.isPresent()
                && now.isPresent()
                && before.get().by() == now.get().by()
                && before.get().associateId().equals(now.get().associateId());
        return same ? before : now;
    }

    private static Set<UUID> leftToThisEntity(NoticePlan plan, List<OwnBreach> own) {
        Set<UUID> inHouse = own.stream().map(OwnBreach::affectedId).collect(Collectors.toSet());
        return plan.senders().entrySet().stream()
                .filter(choice -> choice.getValue().kind() == SenderKind.THIS_ENTITY)
                .filter(choice -> !choice.getKey().equals(choice.getValue().id()))
                .map(Map.Entry::getKey)
                .filter(id -> !inHouse.contains(id))
                .collect(Collectors.toSet());
    }
}
