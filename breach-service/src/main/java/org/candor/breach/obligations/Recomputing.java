package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.breach.obligations.decision.Duty;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.breach.obligations.decision.Recomputation;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Standing;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.HoldPlaced;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Computes the duties of a breach anew, keeps the computation beside the earlier ones and tells the others. */
@ApplicationScoped
public class Recomputing {

    /** Whose duties they are. */
    public record Breach(UUID incidentId, String entityId, ZoneId zone) {}

    private final ComputingObligations obligations;
    private final Computations computations;
    private final Outbox outbox;
    private final Clock clock;

    Recomputing(ComputingObligations obligations, Computations computations, Outbox outbox, Clock clock) {
        this.obligations = obligations;
        this.computations = computations;
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
            KeptComputation now = computed(breach, facts, progress, before, because, origin);
            boolean same = before.isPresent() && saysTheSame(before.get(), now);
            return same
                    ? Uni.createFrom().item(before)
                    : keep(breach, before, now, origin).replaceWith(Optional.of(now));
        });
    }

    /** The last day of whoever must be told first if it is a breach; empty before there is a discovery. */
    public Optional<LocalDate> outerLimit(Facts facts) {
        return answer(facts).duties().stream()
                .filter(duty -> duty.rule().anchor() == Anchor.DISCOVERY)
                .map(Duty::due)
                .min(LocalDate::compareTo);
    }

    private KeptComputation computed(
            Breach breach,
            Optional<Facts> facts,
            Progress progress,
            Optional<KeptComputation> before,
            String because,
            Origin origin) {
        Optional<Answer.Computed> answer = facts.map(this::answer);
        List<KeptObligation> kept = answer.map(Answer.Computed::duties).orElse(List.of()).stream()
                .map(duty -> KeptObligation.of(breach.incidentId(), duty, progress.completed(duty, facts.get())))
                .toList();
        List<Change> changes = Recomputation.between(standings(before), standings(kept));
        return new KeptComputation(
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

    private Uni<Void> keep(Breach breach, Optional<KeptComputation> before, KeptComputation now, Origin origin) {
        List<ObligationEvent> facts = new ArrayList<>();
        facts.add(new ObligationsComputed(
                breach.incidentId(),
                breach.entityId(),
                now.version(),
                now.discoveredOn(),
                now.combinedLetterDue(),
                now.obligations().stream().map(KeptObligation::fact).toList(),
                now.computedAt()));
        facts.addAll(holds(breach, before, now));
        facts.addAll(deadlines(breach, before, now));
        return computations
                .add(breach.incidentId(), now)
                .chain(() -> outbox.publishAll(Topic.OBLIGATION, facts, origin));
    }

    /** A hold is told when it is new or reaches further or less far. */
    private static List<ObligationEvent> holds(Breach breach, Optional<KeptComputation> before, KeptComputation now) {
        LocalDate was = before.map(Recomputing::heldUntil).orElse(null);
        LocalDate until = heldUntil(now);
        if (until == null || until.equals(was)) {
            return List.of();
        }
        LocalDate stated = now.facts().lawEnforcementDelays().stream()
                .map(FactsView.DelayView::statedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return List.of(new HoldPlaced(breach.incidentId(), stated, until));
    }

    private static LocalDate heldUntil(KeptComputation computation) {
        return computation.obligations().stream()
                .map(KeptObligation::heldUntil)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static List<ObligationEvent> deadlines(
            Breach breach, Optional<KeptComputation> before, KeptComputation now) {
        Map<String, KeptObligation> current =
                now.obligations().stream().collect(Collectors.toMap(KeptObligation::key, Function.identity()));
        List<Change> changes = Recomputation.between(standings(before), standings(now.obligations()));
        List<ObligationEvent> events = new ArrayList<>();
        for (Change change : changes) {
            deadline(breach, change, current.get(change.key())).ifPresent(events::add);
        }
        return events;
    }

    private static Optional<ObligationEvent> deadline(Breach breach, Change change, KeptObligation obligation) {
        UUID id = KeptObligation.idOf(breach.incidentId(), change.key());
        return switch (change) {
            case Change.Arisen arisen -> Optional.of(set(breach, obligation));
            case Change.OpenAgain again -> Optional.of(set(breach, obligation));
            case Change.Moved moved ->
                obligation.completedOn() == null ? Optional.of(set(breach, obligation)) : Optional.empty();
            case Change.Met met ->
                Optional.of(new DeadlineMet(
                        id,
                        breach.incidentId(),
                        obligation.completedOn(),
                        met.now().daysLate()));
            case Change.Fallen fallen ->
                fallen.was().completedOn().isPresent()
                        ? Optional.empty()
                        : Optional.of(new DeadlineCancelled(id, breach.incidentId(), "no longer owed under the facts"));
        };
    }

    private static DeadlineSet set(Breach breach, KeptObligation obligation) {
        String place = obligation.jurisdiction().equals("US") ? "" : " (" + obligation.jurisdiction() + ")";
        return new DeadlineSet(
                obligation.obligationId(),
                breach.incidentId(),
                breach.entityId(),
                obligation.kind().name(),
                "Tell " + obligation.recipient() + place,
                obligation.due(),
                null,
                breach.zone().getId(),
                OfficerRole.PRIVACY_OFFICER,
                obligation.citation());
    }

    private static List<Standing> standings(Optional<KeptComputation> computation) {
        return computation.map(kept -> standings(kept.obligations())).orElse(List.of());
    }

    private static List<Standing> standings(List<KeptObligation> obligations) {
        return obligations.stream().map(KeptObligation::standing).toList();
    }
}
