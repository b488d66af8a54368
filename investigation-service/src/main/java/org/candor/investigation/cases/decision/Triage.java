package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candor.events.CaseEvent.AssessmentReason;
import org.candor.events.CaseEvent.CaseTriaged;
import org.candor.events.CaseEvent.PhaseCompleted;
import org.candor.events.CaseEvent.PhaseStarted;
import org.candor.events.CasePhase;
import org.candor.investigation.cases.decision.CaseCommand.TriageCase;
import org.candor.investigation.cases.decision.CaseState.InTriage;

/**
 * Triage (policy I.B.2.a). Where health information may be involved, as triage or as the report says, the breach question
 * is opened here and not after the technical phases: a system that is safe to go on may still have leaked, and the 60 days
 * run from the first knowledge.
 */
final class Triage {

    private Triage() {}

    static Decision decide(InTriage state, TriageCase command, Instant now) {
        Classification kind = command.as();
        if (!kind.contradictions().isEmpty()) {
            return refused(Refusal.CONTRADICTORY_TRIAGE, kind.contradictions());
        }
        List<String> unmet = unmet(command);
        if (!unmet.isEmpty()) {
            return refused(Refusal.NOT_A_PERMITTED_DISCLOSURE, unmet);
        }
        CaseState next = state.triaged(command.permitted()
                .map(permitted -> kind.with(permitted.finding()))
                .orElse(kind));
        UUID incident = state.file().incidentId();
        List<CaseFact> facts = new ArrayList<>();
        facts.add(announced(new CaseTriaged(
                incident, kind.privacy(), kind.security(), kind.phiMayBeInvolved(), kind.cyberRelated(), now)));
        facts.add(announced(new PhaseCompleted(incident, CasePhase.TRIAGE, now)));
        facts.add(announced(new PhaseStarted(incident, next.phase(), now)));
        if (BreachQuestions.mustBeAsked(state.file(), kind)) {
            CaseFile asked = next.file().askedForAssessment();
            facts.add(announced(BreachQuestions.requested(asked, reason(asked), now)));
            next = next.with(asked);
        }
        return new Decision.Accepted(next, facts);
    }

    private static AssessmentReason reason(CaseFile file) {
        return file.round() == 1 ? AssessmentReason.TRIAGE : AssessmentReason.CASE_REOPENED;
    }

    /** A disclosure cannot be permitted and improper at once (policy I.B.2.b). */
    private static List<String> unmet(TriageCase command) {
        if (command.permitted().isEmpty()) {
            return List.of();
        }
        List<String> unmet = new ArrayList<>(command.permitted().get().unmet());
        if (command.as().improperUseOrDisclosure()) {
            unmet.add("improperUseOrDisclosure");
        }
        return unmet;
    }
}
