package org.candor.breach.noticeplan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.affected.AffectedView;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.associate.InvolvedView;
import org.candor.breach.noticeplan.NoticePlanRequest.By;
import org.candor.breach.noticeplan.NoticePlanRequest.Choice;
import org.candor.breach.noticeplan.NoticePlanRequest.SharedPeople;
import org.candor.breach.noticeplan.decision.Affected;
import org.candor.breach.noticeplan.decision.NoticePlan;
import org.candor.breach.noticeplan.decision.NoticePlan.Shared;
import org.candor.breach.noticeplan.decision.Sender;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.events.ObligationEvent.SenderKind;

/** What is known of a breach, and what was chosen, in the words of the decision. */
record PlanFacts(BreachHead head, List<AffectedView> others, List<InvolvedView> associates) {

    Affected affected() {
        Map<UUID, Long> people = new LinkedHashMap<>();
        if (head.capacity() == Capacity.COVERED_ENTITY) {
            people.put(head.incidentId(), head.individuals().orElse(0L));
        }
        others.forEach(other -> people.put(other.affectedId(), other.individuals()));
        Set<UUID> ids = new HashSet<>();
        associates.forEach(associate -> ids.add(associate.associateId()));
        return new Affected(head.incidentId(), head.capacity(), people, ids);
    }

    /** As it was asked for. */
    NoticePlan plan(List<Choice> senders, List<SharedPeople> shared) {
        Map<UUID, Sender> chosen = new LinkedHashMap<>();
        senders.forEach(choice -> chosen.put(choice.coveredEntity(), sender(choice.by())));
        return new NoticePlan(chosen, shared.stream().map(this::shared).toList());
    }

    /** As it stands: a decision on a business associate alone may have been made since, and is what the duties say. */
    NoticePlan standing(NoticePlans.Choices kept) {
        Map<UUID, Sender> chosen =
                new LinkedHashMap<>(plan(kept.senders(), List.of()).senders());
        Optional<Sender> associate = head.delegation()
                .filter(delegation -> !delegation.underPlan())
                .map(delegation -> new Sender(SenderKind.BUSINESS_ASSOCIATE, delegation.associateId()));
        chosen.computeIfPresent(
                head.incidentId(),
                (own, sender) -> sender.kind() == SenderKind.BUSINESS_ASSOCIATE && associate.isEmpty()
                        ? new Sender(SenderKind.THIS_ENTITY, own)
                        : sender);
        associate.ifPresent(sender -> chosen.put(head.incidentId(), sender));
        return new NoticePlan(chosen, kept.shared().stream().map(this::shared).toList());
    }

    private Shared shared(SharedPeople people) {
        return new Shared(
                people.between(),
                people.individuals(),
                Optional.ofNullable(people.by()).map(this::sender));
    }

    private Sender sender(By by) {
        boolean unnamed = by.kind() == SenderKind.THIS_ENTITY || by.id() == null;
        return new Sender(by.kind(), unnamed ? head.incidentId() : by.id());
    }
}
