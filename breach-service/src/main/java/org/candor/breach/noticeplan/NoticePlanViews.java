package org.candor.breach.noticeplan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.candor.breach.affected.AffectedEntities;
import org.candor.breach.affected.AffectedView;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.associate.Notifiers;
import org.candor.breach.noticeplan.NoticePlanView.Letters;
import org.candor.breach.noticeplan.NoticePlanView.Line;
import org.candor.breach.noticeplan.NoticePlanView.Part;
import org.candor.breach.noticeplan.NoticePlanView.SenderView;
import org.candor.breach.noticeplan.NoticePlanView.SharedLine;
import org.candor.breach.noticeplan.NoticePlans.Choices;
import org.candor.breach.noticeplan.NoticePlans.Kept;
import org.candor.breach.noticeplan.decision.DecidingNoticePlans;
import org.candor.breach.noticeplan.decision.NoticePlan;
import org.candor.breach.noticeplan.decision.Outcome;
import org.candor.breach.noticeplan.decision.Sender;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.kit.web.PersonalText;

/** Gathers what is shown of a plan, decided anew against the counts of today. Every call belongs inside a transaction. */
@ApplicationScoped
class NoticePlanViews {

    private static final Choices NOTHING = new Choices(List.of(), List.of());

    private final AffectedEntities affected;
    private final Notifiers notifiers;
    private final NoticePlans plans;
    private final NoticesForOthers letters;

    NoticePlanViews(AffectedEntities affected, Notifiers notifiers, NoticePlans plans, NoticesForOthers letters) {
        this.affected = affected;
        this.notifiers = notifiers;
        this.plans = plans;
        this.letters = letters;
    }

    Uni<PlanFacts> facts(BreachHead head) {
        return affected.of(head)
                .chain(others -> notifiers.of(head).map(associates -> new PlanFacts(head, others, associates)));
    }

    Uni<Versioned<NoticePlanView>> of(BreachHead head) {
        return facts(head)
                .chain(facts -> plans.newest(head)
                        .chain(kept -> letters.of(head)
                                .chain(owed -> affected.leaderOf(head.incidentId())
                                        .map(leader -> view(facts, kept, owed, leader.isPresent())))))
                .map(view -> new Versioned<>(view, head.version()));
    }

    private static NoticePlanView view(
            PlanFacts facts, Optional<Kept> kept, Map<UUID, Letters> owed, boolean plannedElsewhere) {
        NoticePlan plan = facts.standing(kept.map(Kept::choices).orElse(NOTHING));
        Outcome outcome = DecidingNoticePlans.decide(facts.affected(), plan);
        Outcome.Accepted fits = outcome instanceof Outcome.Accepted accepted ? accepted : null;
        return new NoticePlanView(
                facts.head().incidentId(),
                kept.map(Kept::edition).orElse(0),
                kept.map(Kept::reason).orElse(null),
                kept.map(Kept::decidedBy).orElse(null),
                kept.map(Kept::decidedAt).orElse(null),
                lines(facts, plan, owed),
                plan.shared().stream()
                        .map(shared -> new SharedLine(shared.between(), shared.individuals(), shown(shared.by())))
                        .toList(),
                fits == null ? List.of() : parts(fits),
                fits == null ? null : fits.people(),
                fits != null && fits.complete(),
                fits == null ? Set.of() : fits.undecided(),
                fits == null ? List.of() : fits.open(),
                outcome instanceof Outcome.Refused refused ? refused.faults() : List.of(),
                plannedElsewhere);
    }

    private static List<Line> lines(PlanFacts facts, NoticePlan plan, Map<UUID, Letters> owed) {
        List<Line> lines = new ArrayList<>();
        BreachHead head = facts.head();
        if (head.capacity() == Capacity.COVERED_ENTITY) {
            UUID id = head.incidentId();
            Long people = head.individuals().orElse(null);
            lines.add(new Line(id, new PersonalText(head.entityName()), people, by(plan, id), null));
        }
        for (AffectedView other : facts.others()) {
            UUID id = other.affectedId();
            lines.add(new Line(id, other.name(), other.individuals(), by(plan, id), owed.get(id)));
        }
        return lines;
    }

    private static List<Part> parts(Outcome.Accepted accepted) {
        return accepted.parts().stream()
                .map(part -> new Part(SenderView.of(part.sender()), part.coveredEntities(), part.notices()))
                .toList();
    }

    private static SenderView by(NoticePlan plan, UUID coveredEntity) {
        return shown(Optional.ofNullable(plan.senders().get(coveredEntity)));
    }

    private static SenderView shown(Optional<Sender> sender) {
        return sender.map(SenderView::of).orElse(null);
    }
}
