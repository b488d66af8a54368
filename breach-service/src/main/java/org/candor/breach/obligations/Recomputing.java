package org.candor.breach.obligations;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.breach.obligations.decision.Recomputation;
import org.candor.breach.obligations.decision.Recomputation.Change;
import org.candor.breach.obligations.decision.Standing;
import org.candor.breach.obligations.decision.StateLaw;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.ObligationEvent;
import org.candor.events.ObligationEvent.ObligationsComputed;
import org.candor.events.ObligationKind;
import org.candor.events.OfficerRole;
import org.candor.events.Topic;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

        /** Such a deadline was met; late when it was due before. */
        public DeadlineMet met(UUID id, LocalDate on, LocalDate due) {
            return new DeadlineMet(id, incidentId, on, Math.max(0, on.toEpochDay() - due.toEpochDay()));
        }
    }

    /** What was computed, and the jurisdictions that it says nothing of. */
    private record Fresh(KeptComputation kept, List<StateLaw> checks) {}

    private final ComputedDuties computed;
    private final Computations computations;
    private final Duties duties;
    private final Holds holds;
    private final CounselTasks counsel;
    private final Instance<ComputationFollower> followers;
    private final int counselDays;
    private final Outbox outbox;
    private final Clock clock;

    Recomputing(
            ComputedDuties computed,
            Computations computations,
            Duties duties,
            Holds holds,
            CounselTasks counsel,
            @Any Instance<ComputationFollower> followers,
            @ConfigProperty(name = "candor.counsel-days") int counselDays,
            Outbox outbox,
            Clock clock) {
        this.computed = computed;
        this.computations = computations;
        this.duties = duties;
        this.holds = holds;
        this.counsel = counsel;
        this.followers = followers;
        this.counselDays = counselDays;
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

    /** Lets everything follow that has a deadline of its own which hangs on these duties. */
    public Uni<Void> follow(Breach breach, Optional<KeptComputation> standing, Origin origin) {
        return Multi.createFrom()
                .iterable(followers)
                .onItem()
                .transformToUniAndConcatenate(follower -> follower.follow(breach, standing, origin))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Tells what became of deadlines between two lists of duties. */
    public Uni<Void> tell(Breach breach, List<KeptObligation> before, List<KeptObligation> now, Origin origin) {
        return outbox.publishAll(Topic.OBLIGATION, Deadlines.between(breach, before, now), origin);
    }

    private Fresh computed(
            Breach breach,
            Optional<Facts> facts,
            Progress progress,
            Optional<KeptComputation> before,
            String because,
            Origin origin) {
        Optional<Answer.Computed> answer = facts.map(computed::answer);
        List<KeptObligation> kept = answer.map(Answer.Computed::duties).orElse(List.of()).stream()
                .map(duty -> computed.kept(breach, duty, progress, facts.get(), answer.get()))
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
                .invoke(() -> facts.addAll(Deadlines.between(
                        breach, before.map(KeptComputation::obligations).orElse(List.of()), now.obligations())))
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

    /** By the organisation's policy, for no law names the day; and before the first day on which letters are due. */
    private LocalDate dueForCounsel(KeptComputation now, LocalDate today) {
        LocalDate month = (now.discoveredOn() == null ? today : now.discoveredOn()).plusDays(counselDays);
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
