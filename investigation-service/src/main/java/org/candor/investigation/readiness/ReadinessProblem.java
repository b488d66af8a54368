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
    TRAINING_LAPSED(
            409,
            "A training that the role of this person asks for has lapsed or was never done. Record its completion, or let the"
                    + " administrator assign him with the reason of an exception.",
            "Una formación que exige la función de esta persona ha caducado o nunca se hizo. Registre que se ha completado, o"
                    + " que el administrador la asigne con el motivo de una excepción."),
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
            "Un curso se completa hoy o antes y vale hasta ese día o después."),
    UNKNOWN_COURSE(
            422,
            "The catalogue has no course with a code that was given. Read GET /readiness/catalogue.",
            "El catálogo no tiene ningún curso con un código indicado. Consulte GET /readiness/catalogue."),
    DEPUTY_NOT_IN_TEAM(
            422,
            "A deputy is another active member of the same team. Take him into the team first.",
            "Un suplente es otro miembro activo del mismo equipo. Incorpórelo primero al equipo."),
    MEMBERSHIP_DATES_WRONG(422, "The last day lies before the first one.", "El último día es anterior al primero."),
    READINESS_DAY_PASSED(
            422,
            "The day has passed. Give today in the zone of the entity, or a later day.",
            "El día ya ha pasado. Indique el día de hoy en la zona horaria de la entidad o uno posterior."),
    DRILL_BEGUN_ALREADY(
            409,
            "The drill is no longer planned: it runs, has ended or was cancelled.",
            "El simulacro ya no está previsto: está en curso, ha terminado o se canceló."),
    DRILL_NOT_RUN(
            409,
            "The drill has not been run. Name the case of the exercise first.",
            "El simulacro no se ha realizado. Indique primero el caso del ejercicio."),
    NOT_AN_EXERCISE(
            409,
            "A drill runs through a case of the same entity that was reported as an exercise and through which no other drill"
                    + " ran. Report one with drill=true.",
            "Un simulacro recorre un caso de la misma entidad notificado como ejercicio y que ningún otro simulacro haya"
                    + " recorrido. Notifique uno con drill=true."),
    EXERCISE_NOT_CLOSED(
            409,
            "The case of the exercise is still open. Work it to its end and close it first.",
            "El caso del ejercicio sigue abierto. Trabájelo hasta el final y ciérrelo primero."),
    FINDING_DONE_ALREADY(409, "The finding is done.", "El hallazgo ya está resuelto."),
    UNREADABLE_LIST(
            422,
            "The list is no CSV in UTF-8 with the header that the description names, or has more than 5000 rows.",
            "La lista no es un CSV en UTF-8 con el encabezado descrito, o tiene más de 5000 filas.");

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
