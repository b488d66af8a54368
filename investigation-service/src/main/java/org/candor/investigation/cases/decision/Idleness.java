package org.candor.investigation.cases.decision;

import static org.candor.investigation.cases.decision.CaseFact.announced;
import static org.candor.investigation.cases.decision.Decision.accepted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.DeadlineEvent.DeadlineSet;
import org.candor.events.OfficerRole;
import org.candor.investigation.cases.decision.CaseCommand.NoteIdle;
import org.candor.investigation.cases.decision.CaseState.OpenCase;
import org.candor.investigation.cases.decision.Decision.Accepted;

/**
 * A case on which nobody works becomes a duty; whatever a person does next on it, or on what stands beside it, fulfils that
 * duty.
 */
final class Idleness {

    private Idleness() {}

    static Decision note(OpenCase state, NoteIdle note) {
        CaseFile file = state.file();
        if (file.work().idle().isPresent()) {
            return accepted(state);
        }
        IdleDuty duty = new IdleDuty(note.dueAt(), note.zone());
        return accepted(state.with(file.with(file.work().idle(Optional.of(duty)))), announced(deadline(file, duty)));
    }

    /** Ends the duty with what a person has just done. */
    static Decision ended(CaseState before, Decision decision, Instant now) {
        Optional<IdleDuty> duty = before.file().work().idle();
        if (duty.isEmpty() || !(decision instanceof Accepted accepted)) {
            return decision;
        }
        CaseFile file = accepted.next().file();
        List<CaseFact> facts = new ArrayList<>(accepted.facts());
        facts.add(announced(met(file.incidentId(), duty.get(), now)));
        return new Accepted(accepted.next().with(file.with(file.work().idle(Optional.empty()))), facts);
    }

    private static DeadlineMet met(UUID incident, IdleDuty duty, Instant now) {
        LocalDate today = now.atZone(duty.zone()).toLocalDate();
        LocalDate due = duty.dueAt().atZone(duty.zone()).toLocalDate();
        return new DeadlineMet(
                duty.deadlineId(incident), incident, today, Math.max(0, ChronoUnit.DAYS.between(due, today)));
    }

    private static DeadlineSet deadline(CaseFile file, IdleDuty duty) {
        boolean security = file.classification().map(Classification::security).orElse(false);
        return new DeadlineSet(
                duty.deadlineId(file.incidentId()),
                file.incidentId(),
                file.entityId(),
                IdleDuty.KIND,
                "Go on with the case",
                null,
                duty.dueAt(),
                duty.zone().getId(),
                security ? OfficerRole.SECURITY_OFFICER : OfficerRole.PRIVACY_OFFICER,
                "Policy I.D.2, I.E.2, I.F.2");
    }
}
