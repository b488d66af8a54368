package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.CaseEvent.PhaseCompleted;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CaseEvent.SafeToContinueDecided;
import org.candor.investigation.cases.decision.CaseCommand.CompletePhase;
import org.candor.investigation.cases.decision.CaseCommand.DecideSafeToContinue;
import org.candor.investigation.cases.decision.CaseState.InContainment;
import org.candor.investigation.cases.decision.CaseState.InEradication;
import org.candor.investigation.cases.decision.CaseState.InForms;
import org.candor.investigation.cases.decision.CaseState.InRecovery;
import org.candor.investigation.cases.decision.CaseState.OpenCase;

/** How one phase ends and the next begins. */
final class Phases {

    private static final String SAFETY = "safe-to-continue";

    private final Steps steps;

    Phases(Steps steps) {
        this.steps = steps;
    }

    /** Policy I.D.1.h. The answer may change while the damage is still being contained. */
    Decision decideSafety(InContainment state, DecideSafeToContinue command, Instant now) {
        CaseFile file = state.file();
        if (file.work().safe().equals(Optional.of(command.safe()))) {
            return refused(Refusal.SAFETY_DECIDED_ALREADY);
        }
        return accepted(
                state.with(file.with(file.work().decided(command.safe()))),
                announced(new SafeToContinueDecided(file.incidentId(), command.safe(), now)));
    }

    Decision complete(OpenCase state, CompletePhase command, Instant now) {
        Optional<CaseState> next = next(state);
        if (next.isEmpty() || command.phase() != state.phase()) {
            return refused(Refusal.WRONG_PHASE, List.of("phase." + state.phase()));
        }
        List<String> missing = missing(state);
        if (!missing.isEmpty()) {
            return refused(Refusal.PHASE_NOT_COMPLETE, missing);
        }
        UUID incident = state.file().incidentId();
        return accepted(
                next.get(),
                announced(new PhaseCompleted(incident, state.phase(), now)),
                announced(new PhaseStarted(incident, next.get().phase(), now)));
    }

    List<String> missing(CaseState state) {
        List<String> missing = new ArrayList<>(steps.open(state));
        if (state instanceof InContainment && state.file().work().safe().isEmpty()) {
            missing.add(SAFETY);
        }
        if (state instanceof InForms) {
            missing.addAll(Forms.unsigned(state.file()));
        }
        return List.copyOf(missing);
    }

    private static Optional<CaseState> next(OpenCase state) {
        return Optional.ofNullable(
                switch (state) {
                    case InContainment containment ->
                        state.file().work().safe().orElse(false) ? containment.safe() : containment.unsafe();
                    case InEradication eradication -> eradication.eradicated();
                    case InRecovery recovery -> recovery.recovered();
                    case InForms forms -> forms.signed();
                    default -> null;
                });
    }
}
