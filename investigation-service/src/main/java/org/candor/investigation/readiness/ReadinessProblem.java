package org.candor.investigation.readiness;

import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about readiness. */
public enum ReadinessProblem implements WordedProblem {
    NOT_READY(
            409,
            "This person cannot be assigned: what is named is missing or has expired.",
            "No se puede asignar a esta persona: lo indicado falta o ha caducado."),
    CONFLICT_OF_INTEREST(
            409,
            "This person may not see the incident and cannot be assigned to it.",
            "Esta persona no puede ver el incidente y no se le puede asignar."),
    ASSIGNED_ALREADY(409, "This person is assigned for that area.", "Esta persona ya está asignada a esa área."),
    RELEASED_ALREADY(409, "The assignment has ended.", "La asignación ya terminó."),
    OWN_READINESS(
            403,
            "Nobody vouches for his own training or authorisation.",
            "Nadie avala su propia formación o autorización."),
    TRAINING_DATES_WRONG(
            422,
            "A course is completed today or earlier, and counts until that day or later.",
            "Un curso se completa hoy o antes y vale hasta ese día o después.");

    private final Wording wording;

    ReadinessProblem(int status, String english, String spanish) {
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
