package org.candor.breach.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.decision.Assessment;
import org.candor.breach.assessment.decision.Conclusion;
import org.candor.breach.obligations.ComputedDuties;
import org.candor.breach.obligations.KeptObligation;
import org.candor.events.DeadlineEvent.DeadlineCancelled;
import org.candor.events.ObligationEvent;
import org.candor.events.OfficerRole;

/** The open question has a deadline of its own: the order of the work does not hide the clock. */
@ApplicationScoped
class QuestionDeadline {

    private static final String QUESTION = "assessment";

    private final ComputedDuties duties;

    QuestionDeadline(ComputedDuties duties) {
        this.duties = duties;
    }

    /** While the question is open the clock of the letters runs all the same (45 CFR 164.404(b)). */
    ObligationEvent open(AssessmentRow row, Assessment next) {
        UUID id = KeptObligation.idOf(row.incidentId, QUESTION);
        Optional<LocalDate> limit = duties.outerLimit(next.dossier().factsWithAnyCount());
        if (limit.isEmpty()) {
            return new DeadlineCancelled(id, row.incidentId, "no day of discovery yet");
        }
        return row.breach()
                .deadline(
                        id,
                        "BREACH_ASSESSMENT",
                        "Decide whether it is a breach: it is presumed to be one, and the clock of the letters runs",
                        limit.get(),
                        OfficerRole.PRIVACY_OFFICER,
                        "45 CFR 164.402(2), 164.404(b)");
    }

    Optional<ObligationEvent> met(AssessmentRow row, Assessment next, Conclusion conclusion) {
        LocalDate day = LocalDate.ofInstant(conclusion.decidedAt(), row.zone());
        return duties.outerLimit(next.dossier().factsWithAnyCount())
                .map(limit -> row.breach().met(KeptObligation.idOf(row.incidentId, QUESTION), day, limit));
    }
}
