package org.candor.investigation.insider;

import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about insider teams. */
public enum InsiderProblem implements WordedProblem {
    NOT_IN_CHARGE(
            403,
            "Only an officer in charge of the case sets up its team.",
            "Solo un responsable del caso forma su equipo."),
    OFFICERS_MISSING(
            409,
            "Every officer in charge belongs to the team; the named ones are missing.",
            "Todos los responsables del caso pertenecen al equipo; faltan los indicados."),
    NO_TEAM(409, "There is no team to lift.", "No hay equipo que levantar.");

    private final Wording wording;

    InsiderProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    static Problem of(Verdict.Refused<?> refused) {
        return new Problem(valueOf(refused.reason().name())).missing(refused.missing());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
