package org.candor.breach.obligations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.breach.obligations.decision.Duty;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.breach.obligations.decision.Rule.Anchor;
import org.candor.breach.obligations.decision.Targets;

/** What the rules say to the facts of one breach, in the form in which it is kept. Nothing is stored here. */
@ApplicationScoped
public class ComputedDuties {

    private final ComputingObligations obligations;
    private final Targets targets;

    ComputedDuties(ComputingObligations obligations, TargetDays targets) {
        this.obligations = obligations;
        this.targets = targets.targets();
    }

    /** The clocks of business associates alone: they run from what each knew, whatever the breach question is answered. */
    public List<KeptObligation> associateClocks(Breach breach, Facts facts, Progress progress) {
        Answer.Computed answer = answer(facts);
        return answer.duties().stream()
                .filter(Duty::ofBusinessAssociate)
                .map(duty -> kept(breach, duty, progress, facts, answer))
                .toList();
    }

    /** The last day of whoever must be told first if it is a breach; empty before there is a discovery. */
    public Optional<LocalDate> outerLimit(Facts facts) {
        return answer(facts).duties().stream()
                .filter(duty -> duty.rule().anchor() == Anchor.DISCOVERY)
                .map(Duty::due)
                .min(LocalDate::compareTo);
    }

    /** As it is kept with a computation. */
    KeptObligation kept(Breach breach, Duty duty, Progress progress, Facts facts, Answer.Computed answer) {
        LocalDate discovered = answer.discovery().on().orElse(null);
        LocalDate target = targets.of(duty.rule().kind(), discovered, duty.heldUntil(), duty.due());
        return KeptObligation.of(
                breach.incidentId(), duty, progress.completed(duty, facts), target, progress.delegated(duty));
    }

    /** Of facts that were accepted, and so do not contradict themselves. */
    Answer.Computed answer(Facts facts) {
        return switch (obligations.answer(facts)) {
            case Answer.Computed computed -> computed;
            case Answer.Refused refused -> throw new IllegalStateException("facts were accepted that contradict");
        };
    }
}
