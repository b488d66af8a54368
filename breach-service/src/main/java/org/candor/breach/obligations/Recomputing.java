package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.breach.obligations.decision.Duty;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.breach.obligations.decision.Recomputation;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Standing;
import org.candor.breach.obligations.decision.StateLaw;
import org.candor.breach.obligations.decision.Targets;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Computes the duties of a breach anew, keeps the computation beside the earlier ones and tells the others. */
@ApplicationScoped
public class Recomputing {

    /** Whose duties they are. */
    public record Breach(UUID incidentId, String entityId, ZoneId zone) {

        /** A deadline of this breach that ends on a day of its calendar. */
        public DeadlineSet deadline(
                UUID id, String kind, String title, LocalDate due, OfficerRole role, String citation) {
            return new DeadlineSet(id, incidentId, entityId, kind, title, due, null, zone.getId(), role, citation);
        }
    }

    /** What was computed, and the jurisdictions that it says nothing of. */
    private record Fresh(KeptComputation kept, List<StateLaw> checks) {}

    /** Most States that count days from discovery allow thirty; counsel is asked within them. */
    private static final int DAYS_FOR_COUNSEL = 30;

    private final ComputingObligations obligations;
    private final Computations computations;
    private final Duties duties;
    private final Holds holds;
    private final CounselTasks counsel;
    private final Targets targets;
    private final Outbox outbox;
    private final Clock clock;

    Recomputing(
            ComputingObligations obligations,
            Computations computations,
            Duties duties,
            Holds holds,
            CounselTasks counsel,
            TargetDays targets,
            Outbox outbox,
            Clock clock) {
        this.obligations = obligations;
        this.computations = computations;
        this.duties = duties;
        this.holds = holds;
        this.counsel = counsel;
        this.targets = targets.targets();
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Call inside the transaction of the change.
     *
     * @param facts empty when nothing is owed any more
     * @param because what changed, in words without health information
     * @return what stands now; empty when nothing was ever owed
     */
    public Uni<Optional<KeptComputation>> recompute(
            Breach breach, Optional<Facts> facts, Progress progress, String because, Origin origin) {
        return computations.latest(breach.incidentId()).chain(before -> {
            if (before.isEmpty() && facts.isEmpty()) {
                return Uni.createFrom().item(before);
            }
            Fresh now = computed(breach, facts, progress, before, because, origin);
            boolean same = before.isPresent() && saysTheSame(before.get(), now.kept());
            return same
                    ? Uni.createFrom().item(before)
                    : keep(breach, before, now, origin).replaceWith(Optional.of(now.kept()));
        });
    }

    /** The last day of whoever must be told first if it is a breach; empty before there is a discovery. */
    public Optional<LocalDate> outerLimit(Facts facts) {
        return answer(facts).duties().stream()
                .filter(duty -> duty.rule().anchor() == Anchor.DISCOVERY)
                .map(Duty::due)
                .min(LocalDate::compareTo);
    }

    private Fresh computed(
            Breach breach,
            Optional<Facts> facts,
            Progress progress,
            Optional<KeptComputation> before,
            String because,
            Origin origin) {
        Optional<Answer.Computed> answer = facts.map(this::answer);
        List<KeptObligation> kept = answer.map(Answer.Computed::duties).orElse(List.of()).stream()
                .map(duty -> kept(breach, duty, progress.completed(duty, facts.get()), answer.get()))
                .toList();
        List<Change> changes = Recomputation.between(standings(before), standings(kept));
        KeptComputation now = new KeptComputation(
                before.map(KeptComputation::version).orElse(0) + 1,
                clock.instant(),
                because,
                origin.actor(),
                answer.map(Answer.Computed::rulesVersion).orElse(""),
                answer.flatMap(computed -> computed.discovery().on()).orElse(null),
                answer.flatMap(Answer.Computed::combinedLetterDue).orElse(null),
                facts.map(FactsView::of).orElse(null),
                kept,
                changes.stream()
                        .map(change -> ObligationChange.of(breach.incidentId(), change))
                        .toList(),
                answer.map(Answer.Computed::warnings).orElse(List.of()));
        return new Fresh(now, answer.map(Answer.Computed::counselChecks).orElse(List.of()));
    }

    private KeptObligation kept(Breach breach, Duty duty, Optional<LocalDate> completed, Answer.Computed answer) {
        LocalDate discovered = answer.discovery().on().orElse(null);
        LocalDate target = targets.of(duty.rule().kind(), discovered, duty.heldUntil(), duty.due());
        return KeptObligation.of(breach.incidentId(), duty, completed, target);
    }

    private Answer.Computed answer(Facts facts) {
        return switch (obligations.answer(facts)) {
            case Answer.Computed computed -> computed;
            case Answer.Refused refused -> throw new IllegalStateException("facts were accepted that contradict");
        };
    }

    private static boolean saysTheSame(KeptComputation before, KeptComputation now) {
        return before.obligations().equals(now.obligations())
                && before.warnings().equals(now.warnings())
                && Objects.equals(before.facts(), now.facts());
    }

    private Uni<Void> keep(Breach breach, Optional<KeptComputation> before, Fresh fresh, Origin origin) {
        KeptComputation now = fresh.kept();
        LocalDate today = LocalDate.ofInstant(now.computedAt(), breach.zone());
        List<ObligationEvent> facts = new ArrayList<>();
        facts.add(computedFact(breach, now));
        return computations
                .add(breach.incidentId(), now)
                .chain(() -> duties.replace(breach.incidentId(), now.obligations(), origin))
                .chain(() -> holds.follow(breach, before, now, today, origin))
                .invoke(facts::addAll)
                .invoke(() -> facts.addAll(Deadlines.between(breach, before, now)))
                .chain(() -> counsel.follow(breach, fresh.checks(), dueForCounsel(now, today)))
                .invoke(facts::addAll)
                .chain(() -> outbox.publishAll(Topic.OBLIGATION, facts, origin));
    }

    private static ObligationsComputed computedFact(Breach breach, KeptComputation now) {
        return new ObligationsComputed(
                breach.incidentId(),
                breach.entityId(),
                now.version(),
                now.discoveredOn(),
                now.combinedLetterDue(),
                now.obligations().stream().map(KeptObligation::fact).toList(),
                now.computedAt());
    }

    /** Within a month of the discovery, and before the first day on which anything is due. */
    private static LocalDate dueForCounsel(KeptComputation now, LocalDate today) {
        LocalDate month = (now.discoveredOn() == null ? today : now.discoveredOn()).plusDays(DAYS_FOR_COUNSEL);
        return now.obligations().stream()
                .filter(obligation -> obligation.kind() == ObligationKind.INDIVIDUAL_NOTICE
                        || obligation.kind() == ObligationKind.STATE_INDIVIDUAL_NOTICE)
                .map(KeptObligation::due)
                .filter(month::isAfter)
                .min(LocalDate::compareTo)
                .orElse(month);
    }

    static List<Standing> standings(Optional<KeptComputation> computation) {
        return computation.map(kept -> standings(kept.obligations())).orElse(List.of());
    }

    static List<Standing> standings(List<KeptObligation> obligations) {
        return obligations.stream().map(KeptObligation::standing).toList();
    }
}
